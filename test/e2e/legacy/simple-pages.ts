import {inScript, type Handwriting, type Pieces} from './markup.js';

/** What a record tells in words: the page around its embed, and how customers pay there. */
export interface Setting {
  /** What the dialog's button says; without it, nobody can pay there. */
  readonly pays?: string;
  /** What the customer clicks, `page` where the page opens the dialog itself; else the last of our buttons. */
  readonly click?: string;
  readonly buttons?: number;
  readonly handwriting?: Handwriting;
  readonly page?: (pieces: Pieces) => string;
}

const shop = (body: string) => `<!doctype html><html lang="en"><title>Shop</title><body>${body}`;

export const plainPage = ({form}: Pieces) => shop(form);

/** Hides our button, and throws where it is not there yet. */
const hide = `<script>
  document.getElementsByClassName('stripe-button-el')[0].style.display = 'none';
</script>`;

const loader = '<script src="/pay-button.js"></script>';

/** Three forms with an embed each. */
const threeForms = {buttons: 3, page: ({form}: Pieces) => shop(form.repeat(3))};

/** The page renders the tag, which a script in markup never runs, and then loads the file once more. */
const rendered = (form: string) =>
  shop(`<div id="root"></div><script>
    document.getElementById('root').innerHTML = ${inScript(form)};
    const loader = document.createElement('script');
    loader.src = '/pay-button.js';
    loader.async = true;
    document.body.append(loader);
  </script>`);

/** The tag is made by script, and `place` puts it into the page. */
const made = ({attributes}: Pieces, place: string) => `<script>
    const script = document.createElement('script');
    for (const [name, value] of Object.entries(${inScript(attributes)})) {
      script.setAttribute(name, value);
    }
    ${place}
  </script>`;

/** The pages of the simple records, by id. */
export const settings: Readonly<Record<number, Setting>> = {
  5: {pays: 'Pay $125.00', page: ({form}) => `${form}<!doctype html><title>Gallery</title>`},
  11: {pays: 'Pay $45.00', handwriting: {bare: true}, ...threeForms},
  12: {pays: 'Pay €99.00', handwriting: {bare: true}},
  16: {
    pays: 'Pay €75.00',
    page: ({start, script, fields}) =>
      shop(`${start}${fields.slice(0, 4).join('')}${script}${fields[4]}</form>`),
  },
  23: {pays: 'Pay $0.01'},
  26: {pays: 'Pay'},
  27: {pays: 'Pay'},
  28: {pays: 'Pay $0.50', handwriting: {gap: '\n'}},
  36: {
    pays: 'One Credit - $2.50',
    buttons: 3,
    page: ({start, script, fields}) =>
      shop(`${start}${fields.join('')}<p align="center">${script}</p></form>`.repeat(3)),
  },
  37: {pays: 'Pay ₫450,000', handwriting: {bare: true}},
  38: {pays: 'Continue to checkout $25.00', handwriting: {bare: true}},
  46: {
    pays: 'Pay $650.00',
    handwriting: {bare: true},
    page: ({form}) => shop(`<table><tr><td>${form}</td></td><td></td></tr></table>`),
  },
  50: {
    pays: 'Pay $60.00',
    page: ({form}) => shop(`<table><tr><td><p>${form}</td></tr></table>`),
  },
  55: {pays: 'Pay $9.99'},
  58: {pays: 'Pay $100.00'},
  65: {pays: 'Pay FKP 4.50'},
  76: {pays: 'Pay €15.00', page: ({form}) => rendered(form)},
  78: {pays: 'Pay $20.00'},
  81: {pays: 'Pay $9.99'},
  82: {
    pays: 'Pay £899.00',
    page: ({start, script, fields}) =>
      shop(
        `<form><input type="submit" name="submit"></form>${start}${script}${fields.join('')}</form>`,
      ),
  },
  83: {pays: 'Pay $10.00'},
  85: {
    pays: 'Pay $5.00',
    page: ({form}) =>
      shop(`${form}<script>
        document.querySelector('.stripe-button').setAttribute('data-key', 'pk_test_placeholder');
      </script>`),
  },
  92: {
    pays: 'Pay $15.00',
    page: ({form}) => shop(`<table><tr><td>${form}<a href="#">Checkout</a></td></tr></table>`),
  },
  97: {
    handwriting: {bare: true, gap: ' '},
    page: ({form}) => shop(`<!-- ${form} -->${loader}`),
  },
  100: {},
  103: {pays: 'Pay $500.00', handwriting: {bare: true}},
  114: {
    pays: 'Pay $49.00',
    click: 'page',
    page: ({form}) =>
      shop(`${form}<script>document.querySelector('.stripe-button-el').click();</script>`),
  },
  115: {
    pays: 'Pay',
    click: '#pay',
    page: ({start, script}) =>
      shop(`${start}<a class="btn btn-primary" class="stripe-button" id="pay">Pay</a>
        <div style="display:none;">${script}</div></form>${loader}<script>
          StripeCheckout.configure({key: 'pk_test_placeholder', token() {}});
          document.getElementById('pay').addEventListener('click', () => {
            document.querySelector('.stripe-button-el').click();
          });
        </script>`),
  },
  117: {
    pays: 'Pay ₹1,200.00',
    click: 'label',
    page: ({form}) => shop(`<label class="radio-inline">Card ${form}</label>`),
  },
  122: {pays: 'Pay ₹499.00', handwriting: {bare: true, gap: '\n'}},
  // Its script has no address: another one brings the file, and nothing ever brings a key.
  126: {page: ({form}) => shop(form + loader)},
  131: {
    pays: 'Pay ₹588.82',
    click: 'page',
    page: ({form}) =>
      shop(`<style>.stripe-button-el { display: none !important; }</style>
        <center>${form}</center><script>
          document.addEventListener('DOMContentLoaded', () => {
            document.querySelector('.stripe-button-el').click();
          });
        </script>`),
  },
  143: {
    pays: 'Subscribe A$12.99',
    page: ({form}) => shop(`${form}<a class="stripe-button-el" href="#">Subscribe</a>`),
  },
  144: {
    pays: 'Pay $0.19',
    buttons: 3,
    handwriting: {gap: ' '},
    page: ({form}) => shop(`<table><tr>${`<td>${form}</td>`.repeat(3)}</tr></table>`),
  },
  145: {pays: 'Pay $10.00'},
  147: {pays: 'Pay CA$20.00', handwriting: {bare: true}},
  148: {page: ({script}) => `<!doctype html><head><title>Shop</title>${script}</head>`},
  159: {pays: 'Pay $0.03', page: ({script}) => shop(`<section>${script}</section>`)},
  162: {
    pays: 'Pay $5.00',
    page: ({start, script}) => rendered(`${start}<label>Pay ${script}</label></form>`),
  },
  167: {pays: 'Pay $15.00', ...threeForms},
  173: {
    pays: 'Subscribe $5.99',
    page: pieces =>
      shop(
        `${pieces.start}${pieces.fields.join('')}<button id="holder">…</button></form>${made(
          pieces,
          `const holder = document.getElementById('holder');
         holder.parentNode.replaceChild(script, holder);`,
        )}`,
      ),
  },
  174: {
    pays: 'Pay $2.00',
    page: pieces =>
      shop(
        made(
          pieces,
          `const form = document.createElement('form');
           Object.assign(form, {method: 'post', action: '/stripe'});
           form.append(script);
           document.body.append(form);`,
        ),
      ),
  },
  179: {pays: 'Pay RON 45.00', ...threeForms},
  183: {
    pays: 'PAY $5.00',
    click: '#hideme',
    page: ({start, script, fields}) =>
      shop(`${start}${fields.join('')}${script}
        <button disabled type="submit" id="hideme">Generate</button>${hide}</form>
        <script>document.getElementById('hideme').disabled = false;</script>`),
  },
  184: {
    pays: 'Pay $320.00',
    click: '.own',
    page: ({start, script, fields}) =>
      shop(`${start}${fields.join('')}${script}${hide}
        <div style="display:grid"><input type="submit" class="own" value="Hire"></div></form>`),
  },
  185: {
    pays: 'Pay ¥1,200',
    click: 'page',
    page: ({start, script, fields}) =>
      shop(`${start}${fields.join('')}${script}${hide}
        <button type="submit" id="stripe-button-el" class="stripe-button-el-dummy" hidden></button>
        </form><script>document.getElementById('stripe-button-el').click();</script>`),
  },
  186: {
    pays: 'Pay $50.00',
    click: '.own',
    page: ({start, script, fields}) =>
      shop(`<table><tr><td>${start}${script}${hide}${fields.join('')}
        <button type="submit" class="own"><i class="fa fa-lock"></i> Renew</button></form></td></tr></table>`),
  },
  189: {
    pays: 'Pay $4.00',
    click: '[name=support-submit]',
    page: ({start, script}) =>
      shop(`${start}${script}${hide}<button type="submit" name="support-submit">Coffee</button></form>
        <script>
          document.querySelector('script.stripe-button').setAttribute('data-amount', '400');
        </script>`),
  },
};
