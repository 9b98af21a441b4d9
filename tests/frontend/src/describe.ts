// JSON Forms puts a message below a control of Material, but does not tie the two together.

/** Has each faulty control say its message to those who cannot see where it stands. Gives back how to stop. */
export function describeFaults(form: HTMLElement): () => void {
  const observer = new MutationObserver(() => describe(form));
  observer.observe(form, { childList: true, characterData: true, subtree: true });
  return () => observer.disconnect();
}

function describe(form: HTMLElement) {
  for (const control of form.querySelectorAll('[aria-describedby^="fault-"]')) control.removeAttribute("aria-describedby");
  for (const message of form.querySelectorAll('[id^="fault-"]')) message.removeAttribute("id");
  form.querySelectorAll(".MuiFormHelperText-root.Mui-error").forEach((message, index) => {
    if (!message.textContent) return;
    message.id = `fault-${index}`;
    // The message stands within the control, or behind it and its hint.
    let control = message.closest(".MuiFormControl-root") ?? message.previousElementSibling;
    while (control?.matches(".MuiFormHelperText-root")) control = control.previousElementSibling;
    control?.querySelector('input, [role="group"]')?.setAttribute("aria-describedby", message.id);
  });
}
