export const liveStyles = `:root {
  color-scheme: light dark;
  --line: light-dark(#c9ced6, #4a5260);
  --good: light-dark(#0a6b3d, #6fd8a2);
  --bad: light-dark(#b3261e, #ff9a92);
  --faint: light-dark(#5b6472, #a7b0be);
  font: 16px/1.5 system-ui, sans-serif;
}
body {
  max-width: 80rem;
  margin: 0 auto;
  padding: 1rem;
}
h1,
h2 {
  margin: 0 0 0.5rem;
  line-height: 1.2;
}
h2 {
  font-size: 1.1rem;
}
header p {
  max-width: 45rem;
  margin: 0 0 0.75rem;
}
.bar {
  display: flex;
  flex-wrap: wrap;
  gap: 0.5rem 1.25rem;
  align-items: center;
}
button {
  min-height: 2rem;
  padding: 0 0.75rem;
  font: inherit;
}
main {
  display: grid;
  grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
  gap: 1.5rem;
}
ol {
  margin: 0;
  padding: 0;
  list-style: none;
}
li {
  padding: 0.35rem 0;
  border-top: 1px solid var(--line);
  overflow-wrap: anywhere;
}
li:target {
  outline: 2px solid currentColor;
}
summary {
  cursor: pointer;
}
pre {
  margin: 0.35rem 0;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
}
code,
pre {
  font: 0.875rem/1.4 ui-monospace, monospace;
}
.status {
  font-weight: bold;
  color: var(--good);
}
.failed .status {
  color: var(--bad);
}
.only-failures #requests > li:not(.failed) {
  display: none;
}
.faint {
  color: var(--faint);
}
ol:empty::after {
  content: 'Nothing yet.';
  color: var(--faint);
}
@media (max-width: 45rem) {
  main {
    grid-template-columns: minmax(0, 1fr);
  }
}
`;
