// Closes jobs by the visitor's clock, for as long as the site is not built again. Without it the page is as it was built.
(() => {
  const soon = document.currentScript.dataset.soonDays * 86400000;
  const plural = new Intl.PluralRules(document.documentElement.lang);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const show = (templates) => templates.forEach((one) => one.replaceWith(one.content));

  const update = () => {
    const now = Date.now();
    for (const job of all("[data-closes]")) {
      const left = Date.parse(job.dataset.closes) - now;
      if (left >= 0) {
        if (left <= soon) show(all("template[data-when-soon]", job));
        continue;
      }
      // In a list it goes away; a page of its own says that it is closed.
      const item = job.closest("li");
      if (item) {
        item.hidden = true;
        continue;
      }
      for (const one of all('[data-when-open], script[type="application/ld+json"]')) one.remove();
      show(all("template[data-when-closed]"));
    }
    for (const list of all("[data-closing-times]")) {
      let count = +list.dataset.count;
      for (const some of list.dataset.closingTimes.split(" ")) {
        const [time, jobs = 1] = some.split("*");
        if (time * 1000 < now) count -= jobs;
      }
      const counts = all("[data-words]", list);
      for (const one of counts.length ? counts : [list]) {
        const words = JSON.parse(one.closest("[data-words]").dataset.words);
        one.textContent = (words[plural.select(count)] ?? words.other).replace("{count}", count);
      }
      if (count) continue;
      const item = list.closest("li");
      if (item) item.hidden = true;
      else show(all("template[data-when-empty]"));
    }
  };

  update();
  // A page may lie open in a tab, or come back, when its time has passed.
  addEventListener("visibilitychange", update);
})();
