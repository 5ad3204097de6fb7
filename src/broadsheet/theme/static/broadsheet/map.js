// Maps of claims: nearer and further, and a slider over the days. All of it goes without this
// script, too: by links from day to day and to a closer look.

const CLOSEST = 12; // times
const SVG = "svg.map";

/** @param {string} tag @param {Record<string, string>} [attributes] @param {string} [words] */
function element(tag, attributes = {}, words = "") {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.textContent = words;
  return made;
}

/** What an outlet's picture shows, and how to show less of it. @param {SVGSVGElement} svg */
function zoomable(svg) {
  const { width, height } = svg.viewBox.baseVal;
  let [x, y, times] = [0, 0, 1];
  const show = () => {
    const [w, h] = [width / times, height / times];
    x = Math.max(0, Math.min(x, width - w));
    y = Math.max(0, Math.min(y, height - h));
    svg.setAttribute("viewBox", `${x} ${y} ${w} ${h}`);
    svg.style.setProperty("--shrink", String(1 / times ** 0.9));
  };
  /** Around a point of the picture. @param {number} by */
  const zoom = (by, at_x = x + width / times / 2, at_y = y + height / times / 2) => {
    const next = Math.max(1, Math.min(CLOSEST, times * by));
    x = at_x - ((at_x - x) * times) / next;
    y = at_y - ((at_y - y) * times) / next;
    times = next;
    show();
  };
  /** By parts of what is shown. @param {number} across @param {number} down */
  const move = (across, down) => {
    x += (across * width) / times;
    y += (down * height) / times;
    show();
  };
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return; // the page scrolls
    event.preventDefault();
    const box = svg.getBoundingClientRect();
    const w = width / times;
    zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, x + ((event.clientX - box.x) / box.width) * w,
      y + ((event.clientY - box.y) / box.height) * (height / times));
  }, { passive: false });
  svg.addEventListener("pointermove", (event) => {
    if (event.buttons !== 1 || times === 1) return;
    const box = svg.getBoundingClientRect();
    move(-event.movementX / box.width, -event.movementY / box.height);
  });
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  return { zoom, move };
}

/** @param {Element} figure */
function addTools(figure) {
  const maps = [...figure.querySelectorAll(SVG)].map((svg) => zoomable(/** @type {SVGSVGElement} */ (svg)));
  const tools = element("div", { class: "map-tools", role: "group", "aria-label": "Zoom" });
  for (const [sign, label, by] of /** @type {[string, string, number][]} */ ([
    ["+", "Nearer", 1.6],
    ["−", "Further", 1 / 1.6],
  ])) {
    const button = element("button", { type: "button", "aria-label": label, title: `${label}; move with the arrow keys` }, sign);
    button.addEventListener("click", () => maps.forEach((map) => map.zoom(by)));
    tools.append(button);
  }
  tools.addEventListener("keydown", (event) => {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!way) return;
    event.preventDefault();
    maps.forEach((map) => map.move((way[0] ?? 0) / 8, (way[1] ?? 0) / 8));
  });
  figure.append(tools);
}

/** @param {HTMLElement} map */
function addSlider(map) {
  const days = (map.dataset.days ?? "").split(" ");
  const place = map.querySelector(".map-days");
  if (days.length < 2 || !place) return;
  const shown = map.dataset.day ?? "";
  const words = element("output", {}, shown);
  const label = element("label", { class: "map-slider" }, "Day ");
  const input = /** @type {HTMLInputElement} */ (
    element("input", { type: "range", min: "0", max: String(days.length - 1), "aria-valuetext": shown })
  );
  input.value = String(days.indexOf(shown));
  input.addEventListener("input", () => {
    words.textContent = days[+input.value] ?? "";
    input.setAttribute("aria-valuetext", words.textContent);
  });
  input.addEventListener("change", () => turnTo(`/claims/map/${days[+input.value]}/${map.dataset.rest}`));
  label.append(input, words);
  place.append(label);
}

/** Put the map of another day in the place of this one. @param {string} address */
async function turnTo(address) {
  const answer = await fetch(address).catch(() => null);
  if (!answer?.ok) return location.assign(address);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const next = page.querySelector(".claim-map");
  if (!next) return location.assign(address);
  document.querySelector(".claim-map")?.replaceWith(document.adoptNode(next));
  document.title = page.title;
  history.replaceState(null, "", address);
  start();
  /** @type {HTMLElement | null} */ (document.querySelector(".map-slider input"))?.focus();
}

function start() {
  const map = /** @type {HTMLElement | null} */ (document.querySelector(".claim-map"));
  if (!map) return;
  map.querySelectorAll(".map-figure").forEach(addTools);
  addSlider(map);
  const now = map.querySelector(".map-strip [aria-current]");
  const strip = now?.closest("ol");
  if (strip && now) strip.scrollLeft = /** @type {HTMLElement} */ (now).offsetLeft - strip.clientWidth / 2;
}

start();
