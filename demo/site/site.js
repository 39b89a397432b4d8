/** The lender's own script: counts the sample loan and answers forms, which send nothing. */
(() => {
  const group = (sum) => `${String(Math.round(sum)).replace(/\B(?=(?:\d{3})+$)/g, '\u00a0')}\u00a0₸`;

  function startCalculator(root) {
    const rate = Number(root.dataset.rate);
    const forms = JSON.parse(root.dataset.days);
    const plural = new Intl.PluralRules(document.documentElement.lang);
    const amount = root.querySelector('[data-input="amount"]');
    const days = root.querySelector('[data-input="days"]');
    const show = (name, words) => {
      root.querySelector(`[data-show="${name}"]`).textContent = words;
      root.querySelector(`[data-input="${name}"]`)?.setAttribute('aria-valuetext', words);
    };
    const paintTrack = (input) => {
      const share = (input.value - input.min) / (input.max - input.min);
      input.style.setProperty('--share', `${share * 100}%`);
    };
    const count = () => {
      const term = Number(days.value);
      const reward = amount.value * rate * term;
      const yearly = ((1 + rate * term) ** (365 / term) - 1) * 100;
      show('amount', group(amount.value));
      show('days', `${term}\u00a0${forms[plural.select(term)] ?? forms.other}`);
      show('reward', group(reward));
      show('total', group(Number(amount.value) + reward));
      show('yearly', `${yearly.toFixed(1).replace('.', ',')}\u00a0%`);
      paintTrack(amount);
      paintTrack(days);
    };
    root.addEventListener('input', count);
    count();
  }

  for (const root of document.querySelectorAll('[data-calculator]')) startCalculator(root);

  for (const form of document.querySelectorAll('[data-demo-form]')) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const place = form.querySelector('[data-sent]');
      place.textContent = place.dataset.sent;
    });
  }
})();
