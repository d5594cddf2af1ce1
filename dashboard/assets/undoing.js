// A button that undoes a decision (data-undo="7") says so to the server. It has no component of its own, since the same
// sentence may stand on a page more than once.
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-undo]");
  if (!button || button.disabled) return;
  button.disabled = true; // one press is enough; the page is drawn anew once it is undone
  window.dash_clientside.set_props("undo-asked", { data: { decision: Number(button.dataset.undo), at: Date.now() } });
  setTimeout(() => (button.disabled = false), 3000); // where it could not be undone
});
