// When something was decided: the server writes it by its own clock, the browser by that of its reader, with the zone.
(() => {
  const two = (number) => String(number).padStart(2, "0");

  function zone(when) {
    const minutes = -when.getTimezoneOffset();
    if (!minutes) return "UTC";
    const rest = Math.abs(minutes) % 60;
    return `UTC${minutes > 0 ? "+" : "−"}${Math.floor(Math.abs(minutes) / 60)}${rest ? `:${two(rest)}` : ""}`;
  }

  function tell(place) {
    const when = new Date(place.dataset.moment);
    if (isNaN(when)) return;
    const day = `${when.getFullYear()}-${two(when.getMonth() + 1)}-${two(when.getDate())}`;
    const said = `${day} ${two(when.getHours())}:${two(when.getMinutes())} (${zone(when)})`;
    place.title = Intl.DateTimeFormat().resolvedOptions().timeZone;
    // the text itself is kept and only what it says is changed: React draws it, too
    if (place.firstChild && place.firstChild.nodeValue !== said) place.firstChild.nodeValue = said;
  }

  new MutationObserver((changes) => {
    for (const { addedNodes, target, type } of changes) {
      if (type === "attributes") tell(target);
      addedNodes.forEach((node) => {
        if (!(node instanceof Element)) return;
        if (node.dataset.moment) tell(node);
        node.querySelectorAll("[data-moment]").forEach(tell);
      });
    }
  }).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-moment"] });
})();
