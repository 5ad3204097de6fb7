// Maps of claims: zoom, and a slider over the days. Without it there are links for both.

const CLOSEST = 12; // times

/** @param {string} tag @param {Record<string, string>} attributes @param {string} [words] */
function element(tag, attributes, words = "") {
  const made = document.createElement(tag);
  for (const name in attributes) made.setAttribute(name, attributes[name] ?? "");
  made.textContent = words;
  return made;
}

/** @param {SVGSVGElement} svg */
function zoomable(svg) {
  const { width, height } = svg.viewBox.baseVal;
  let [x, y, times] = [0, 0, 1];
  /** By parts of what is shown. @param {number} across @param {number} down */
  const move = (across, down) => {
    const [w, h] = [width / times, height / times];
    x = Math.max(0, Math.min(x + across * w, width - w));
    y = Math.max(0, Math.min(y + down * h, height - h));
    svg.setAttribute("viewBox", `${x} ${y} ${w} ${h}`);
    svg.style.setProperty("--shrink", String(times ** -0.9));
    svg.style.touchAction = times > 1 ? "none" : "";
  };
  /** Around a point in parts of what is shown. @param {number} by */
  const zoom = (by, across = 0.5, down = 0.5) => {
    const before = times;
    times = Math.max(1, Math.min(CLOSEST, times * by));
    const rest = times / before - 1;
    move(across * rest, down * rest);
  };
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return; // the page scrolls
    event.preventDefault();
    const box = svg.getBoundingClientRect();
    zoom(
      event.deltaY < 0 ? 1.2 : 1 / 1.2,
      (event.clientX - box.x) / box.width,
      (event.clientY - box.y) / box.height,
    );
  });
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
  const svgs = /** @type {NodeListOf<SVGSVGElement>} */ (figure.querySelectorAll(".map"));
  const maps = [...svgs].map(zoomable);
  const tools = element("div", { class: "map-tools" });
  /** @param {string} sign @param {string} label @param {number} by */
  const add = (sign, label, by) => {
    const title = `${label}; move with the arrow keys`;
    const button = element("button", { type: "button", "aria-label": label, title }, sign);
    button.onclick = () => maps.forEach((map) => map.zoom(by));
    tools.append(button);
  };
  add("+", "Nearer", 1.6);
  add("−", "Further", 1 / 1.6);
  tools.onkeydown = (event) => {
    const at = ["ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"].indexOf(event.key);
    if (at < 0) return;
    event.preventDefault();
    const step = at < 2 ? -0.125 : 0.125;
    maps.forEach((map) => (at % 2 ? map.move(0, step) : map.move(step, 0)));
  };
  figure.append(tools);
}

/** @param {string} [day] 2026-07-08 */
function worded(day = "") {
  const form = /** @type {const} */ ({ dateStyle: "medium", timeZone: "UTC" });
  return new Date(day).toLocaleDateString(document.documentElement.lang, form);
}

/** @param {HTMLElement} map */
function addSlider({ dataset }) {
  const days = (dataset.days ?? "").split(" ");
  if (days.length < 2) return;
  const words = element("output", {});
  const label = element("label", { class: "map-slider" }, "Day ");
  const input = document.createElement("input");
  input.type = "range";
  input.max = String(days.length - 1);
  input.value = String(days.indexOf(dataset.day ?? ""));
  input.oninput = () => {
    words.textContent = worded(days[+input.value]);
    input.setAttribute("aria-valuetext", words.textContent);
  };
  input.oninput(new InputEvent("input"));
  input.onchange = () => turnTo(`/claims/map/${days[+input.value]}/${dataset.rest}`);
  label.append(input, words);
  document.querySelector(".map-days")?.append(label);
}

/** Put the map of another day in the place of this one. @param {string} address */
async function turnTo(address) {
  const answer = await fetch(address).catch(() => null);
  const page = new DOMParser().parseFromString((await answer?.text()) ?? "", "text/html");
  const next = page.querySelector(".claim-map");
  if (!next) return location.assign(address);
  document.querySelector(".claim-map")?.replaceWith(next);
  document.title = page.title;
  history.replaceState(null, "", address);
  start();
  document.querySelector("input")?.focus();
}

function start() {
  document.querySelectorAll(".map-figure").forEach(addTools);
  document.querySelectorAll(".claim-map").forEach((map) => addSlider(/** @type {HTMLElement} */ (map)));
  document.querySelector(".map-strip [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
}

start();
