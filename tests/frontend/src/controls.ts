// The controls of a form as they stand on the page, whatever library draws them.

import { type InvalidPlace, idOf, type Place } from "./fields";

/** A date of JSON Forms has three inputs, and one more that is hidden. */
const FOCUSABLE = 'select, [role="spinbutton"], input:not([tabindex="-1"])';

/** Puts the focus on the control of a field. */
export function focusOn(place: Place) {
  const control = document.getElementById(idOf(place));
  const input = control?.matches(FOCUSABLE) ? control : control?.querySelector<HTMLElement>(FOCUSABLE);
  input?.focus();
}

/** The invalid places in the order in which their fields stand on the page. */
export function inOrder(invalidPlaces: readonly InvalidPlace[]): InvalidPlace[] {
  const ids = [...document.querySelectorAll('[id^="customer."]')].map(({ id }) => id);
  return invalidPlaces.toSorted((one, other) => ids.indexOf(idOf(one.place)) - ids.indexOf(idOf(other.place)));
}
