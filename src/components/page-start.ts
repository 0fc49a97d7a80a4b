import { arrive } from './arrival.js';

// What every page does beside its cells.
arrive(window);

// A sheet of paper says where its page is to be found, with the settings of the moment.
window.addEventListener('beforeprint', () => {
  const footer = document.querySelector<HTMLElement>('#observablehq-footer');
  if (footer) footer.dataset.address = window.location.href;
});
