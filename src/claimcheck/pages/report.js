"use strict";
(() => {
  const forms = [...document.querySelectorAll("form.filter")];
  const sectionOf = form => document.getElementById(form.dataset.list);
  const itemsOf = form => [...sectionOf(form).querySelectorAll(".list > *")];
  const fold = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const texts = new WeakMap();
  const page = 500; // so many entries at a time keep a long list quick
  const limits = new Map(forms.map(form => [form, page]));

  const names = JSON.parse(document.getElementById("names").textContent);

  function textOf(item) {
    if (!texts.has(item)) {
      const called = (item.dataset.compound || "").split(" ").map(id => names[id] || id);
      texts.set(item, fold([item.textContent, item.id, ...called].join(" ")));
    }
    return texts.get(item);
  }

  // The first search need not wait for the texts of all entries.
  const unread = forms.flatMap(itemsOf);
  function read(idle) {
    while (unread.length && idle.timeRemaining() > 2) textOf(unread.pop());
    if (unread.length) requestIdleCallback(read);
  }
  if (window.requestIdleCallback) requestIdleCallback(read);

  function fitting(form, items) {
    const wanted = [...new FormData(form)].filter(([name, value]) => name !== "q" && value);
    const words = fold(form.elements.q.value).split(/\s+/).filter(Boolean);
    return items.filter(item =>
      wanted.every(([name, value]) => (item.dataset[name] || "").split(" ").includes(value))
      && words.every(word => textOf(item).includes(word)));
  }

  function apply(form, limit = page) {
    limits.set(form, limit);
    const items = itemsOf(form);
    const found = fitting(form, items);
    const shown = new Set(found.slice(0, limit));
    for (const item of items) item.hidden = !shown.has(item);
    for (const year of sectionOf(form).querySelectorAll(".year")) {
      year.hidden = !year.querySelector(".list > :not([hidden])");
    }
    const rest = found.length - shown.size;
    const more = sectionOf(form).querySelector(".more");
    more.hidden = !rest;
    more.textContent = `Show ${Math.min(rest, page)} more`;
    const count = `${found.length} of ${items.length}`;
    form.querySelector("output").textContent = rest ? `${count} fit, the first ${shown.size} shown` : `${count} shown`;
  }

  function remember(form) {
    const given = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    const hash = `#${form.dataset.list}${given.size ? `?${given}` : ""}`;
    try { history.replaceState(null, "", hash); } catch { /* pages without an address keep none */ }
  }

  for (const form of forms) {
    let waiting = 0;
    form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => { apply(form); remember(form); }, 120);
    });
    form.addEventListener("submit", event => event.preventDefault());
    const again = form.querySelector("[type=reset]");
    again.addEventListener("click", () => setTimeout(() => { apply(form); remember(form); }));
    sectionOf(form).querySelector(".more").addEventListener("click", () => apply(form, limits.get(form) + page));
    if (itemsOf(form).length > page) apply(form);
  }

  function follow() {
    const [target, query] = decodeURIComponent(location.hash.slice(1)).split("?");
    const element = target && document.getElementById(target);
    if (!element) return;
    const form = forms.find(found => found.dataset.list === target);
    if (form && query !== undefined) {
      form.reset();
      for (const [name, value] of new URLSearchParams(query)) {
        if (form.elements[name]) form.elements[name].value = value;
      }
      apply(form);
    }
    if (element.closest("[hidden]")) {
      const holder = forms.find(found => sectionOf(found).contains(element));
      if (holder) {
        holder.reset();
        apply(holder, Math.ceil((itemsOf(holder).indexOf(element) + 1) / page) * page || page);
      }
    }
    for (let parent = element.parentElement; parent; parent = parent.parentElement) {
      if (parent.tagName === "DETAILS") parent.open = true;
    }
    element.scrollIntoView();
  }
  addEventListener("hashchange", follow);

  const table = document.getElementById("trial-table");
  const heads = [...table.tHead.rows[0].cells];
  const body = table.tBodies[0];
  const trials = forms.find(form => form.dataset.list === "trials");
  const numberIn = text => {
    const found = text.replace(/[(),]/g, "").match(/^-?\d+(?:\.\d+)?/);
    return found ? Number(found[0]) : null;
  };

  function compare(one, two) {
    const [first, second] = [numberIn(one), numberIn(two)];
    if (first !== null && second !== null && first !== second) return first - second;
    return one.localeCompare(two, "en", { numeric: true });
  }

  function sort(head) {
    const index = heads.indexOf(head);
    const descending = head.getAttribute("aria-sort") === "ascending";
    for (const other of heads) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", descending ? "descending" : "ascending");
    const rows = [...body.rows].map(row => [row.cells[index].textContent.trim(), row]);
    rows.sort(([one], [two]) => {
      if ((one === "—") !== (two === "—")) return one === "—" ? 1 : -1;
      return descending ? compare(two, one) : compare(one, two);
    });
    body.append(...rows.map(([, row]) => row));
    apply(trials, limits.get(trials));
  }

  for (const head of heads) head.querySelector("button").addEventListener("click", () => sort(head));

  for (const box of document.querySelectorAll(".chooser input")) {
    const index = heads.findIndex(head => head.dataset.column === box.value);
    const show = () => {
      for (const row of table.rows) row.cells[index].hidden = !box.checked;
    };
    box.addEventListener("change", show);
    if (box.checked !== box.defaultChecked) show();
  }

  const quoted = text => /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

  document.getElementById("download").addEventListener("click", () => {
    const shown = heads.map((head, index) => index).filter(index => !heads[index].hidden);
    const lines = [shown.map(index => heads[index].dataset.column)];
    for (const row of fitting(trials, [...body.rows])) {
      lines.push(shown.map(index => row.cells[index].textContent.trim()).map(text => text === "—" ? "" : text));
    }
    const csv = lines.map(line => line.map(quoted).join(",")).join("\r\n") + "\r\n";
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([csv], { type: "text/csv;charset=utf-8" }));
    link.download = "trials.csv";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });

  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details:not(.chooser)")) details.open = true;
    for (const form of forms) apply(form, Infinity);
  });
  addEventListener("afterprint", () => forms.forEach(form => apply(form)));
  follow();
})();
