/** Lists what the policy of this page refuses, from here on. */
const list = document.querySelector('[data-violations]');

addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
  const item = document.createElement('li');
  item.textContent = `${violatedDirective}: ${blockedURI}`;
  list.append(item);
});
