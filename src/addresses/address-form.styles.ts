/** The rules that only addresses need. */
export const addressFormStyles = /* css */ `
  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 14px 12px;
    margin: 8px 0 0;
    padding: 0;
    border: 0;
  }
  fieldset > * {
    flex: 1 0 100%;
  }
  /* Two in a row where there is room for their labels; a third one fills its own. */
  fieldset > .half {
    flex-basis: 140px;
  }
  legend {
    margin-block-end: 10px;
    padding: 0;
    font-weight: 650;
  }
  .check {
    display: flex;
    gap: 10px;
    align-items: center;
    min-block-size: 44px;
    margin: -10px 0;
    font-weight: inherit;
  }
  .check input {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    accent-color: var(--_accent);
  }
  .check input:focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  select.box {
    appearance: none;
    padding-inline-end: 36px;
    opacity: 1;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .country {
    position: relative;
  }
  .country::after {
    content: '';
    position: absolute;
    inset-block-end: 21px;
    inset-inline-end: 18px;
    inline-size: 7px;
    block-size: 7px;
    border: solid;
    border-width: 0 2px 2px 0;
    rotate: 45deg;
    pointer-events: none;
  }
`;
