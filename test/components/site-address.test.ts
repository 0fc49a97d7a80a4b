import { expect, it } from 'vitest';
import { fillSiteAddress } from '../../src/components/site-address.js';
import { emptyPage } from './page.js';

const { document } = emptyPage();

it('puts the site’s address into code, coloured or not, and nowhere else', () => {
  document.body.innerHTML =
    '<p>https://&lt;site&gt;/a</p><pre><code>curl https://&lt;site&gt;/a | b\nsite = <span>"https://&lt;site&gt;/api/"</span></code></pre>';
  fillSiteAddress(document, new URL('http://127.0.0.1:3000/litmus/'));
  expect(document.querySelector('code')!.textContent).toBe(
    'curl http://127.0.0.1:3000/litmus/a | b\nsite = "http://127.0.0.1:3000/litmus/api/"',
  );
  expect(document.querySelector('code span')!.textContent).toBe('"http://127.0.0.1:3000/litmus/api/"');
  expect(document.querySelector('code span')!.innerHTML).toBe(
    '"http://127.0.0.1:3000/<wbr>litmus/<wbr>api/<wbr>"<wbr>',
  );
  expect(document.querySelector('p')!.textContent).toBe('https://<site>/a');
});
