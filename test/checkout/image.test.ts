import {expect} from '@open-wc/testing';
import {imageUrl} from '../../src/checkout/image.js';

describe('imageUrl', () => {
  const page = 'https://shop.example/products/1';

  const loaded: readonly [value: string, address: string][] = [
    ['https://cdn.example/a.png', 'https://cdn.example/a.png'],
    ['/a.png', 'https://shop.example/a.png'],
    ['//cdn.example/a.png', 'https://cdn.example/a.png'],
    ['http://localhost:4242/a.png', 'http://localhost:4242/a.png'],
    ['data:image/png;base64,AAAA', 'data:image/png;base64,AAAA'],
  ];
  for (const [value, address] of loaded) {
    it(`8. loads ${value}`, () => expect(imageUrl(value, page)).to.equal(address));
  }

  it('8. loads http: from a page that is http: itself', () => {
    const address = 'http://cdn.example/a.png';
    expect(imageUrl(address, 'http://shop.example/')).to.equal(address);
  });

  const refused = [
    null,
    '',
    'javascript:alert(1)',
    'http://cdn.example/a.png',
    'data:text/html,<script>',
    'data:image/svg+xml,<svg/>',
    'blob:https://shop.example/1',
    'https://',
  ];
  for (const value of refused) {
    it(`8. does not load ${value}`, () => expect(imageUrl(value, page)).to.equal(undefined));
  }
});
