// JSON Forms puts a message below a control of Material, but does not tie the two together.

/** Has each faulty control say its message to those who cannot see where it stands. Gives back how to stop. */
export function describeFaults(form: HTMLElement): () => void {
  const observer = new MutationObserver(() => describe(form));
  observer.observe(form, { childList: true, characterData: true, subtree: true });
  return () => observer.disconnect();
}

function describe(form: HTMLElement) {
  for (const control of form.querySelectorAll('[aria-describedby^="fault-"]')) control.removeAttribute("aria-describedby");
  form.querySelectorAll(".MuiFormHelperText-root.Mui-error").forEach((message, index) => {
    if (!message.textContent) return;
    message.id = `fault-${index}`;
    // The message stands within the control, or behind it.
    const control = message.closest(".MuiFormControl-root") ?? message.previousElementSibling;
    control?.querySelector('input, [role="group"]')?.setAttribute("aria-describedby", message.id);
  });
}
