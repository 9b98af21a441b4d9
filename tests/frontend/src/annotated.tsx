// Attributes that the Material renderers leave out: `aria-describedby` for hints and messages, `aria-required`, and
// `autocomplete`. An element around each control has the id of its field.

import {
  and,
  type ControlProps,
  isObjectArrayControl,
  not,
  type OwnPropsOfControl,
  rankWith,
  type RendererProps,
  uiTypeIs,
} from "@jsonforms/core";
import { materialRenderers } from "@jsonforms/material-renderers";
import { JsonFormsDispatch, withJsonFormsControlProps } from "@jsonforms/react";
import { type PropsWithChildren, useLayoutEffect, useRef } from "react";

import { idOf } from "./fields";

const Field = withJsonFormsControlProps(function Field(props: PropsWithChildren<ControlProps>) {
  const { children, path, required, uischema, visible } = props;
  const field = useRef<HTMLDivElement>(null);
  const id = idOf({ steps: path.split(".") });
  // After each render, since the renderer may have drawn other elements.
  useLayoutEffect(() => {
    if (field.current) annotate(field.current, required ?? false, uischema.options?.["autocomplete"]);
  });
  if (!visible) return null;
  return (
    <div ref={field} id={id}>
      {children}
    </div>
  );
});

function annotate(field: HTMLElement, required: boolean, purpose: string | undefined) {
  const texts = [...field.querySelectorAll(".MuiFormHelperText-root")].filter(({ textContent }) => textContent);
  texts.forEach((text, index) => (text.id = `${field.id}.text-${index}`));
  // A date is a group of three inputs.
  const described = field.querySelector('[role="group"]') ?? field.querySelector("input");
  described?.setAttribute("aria-describedby", texts.map(({ id }) => id).join(" "));
  for (const input of field.querySelectorAll('input:not([aria-hidden="true"]), [role="spinbutton"]'))
    input.setAttribute("aria-required", String(required));
  if (purpose) field.querySelector("input")?.setAttribute("autocomplete", purpose);
}

export const annotated = {
  tester: rankWith(100, and(uiTypeIs("Control"), not(isObjectArrayControl))),
  renderer: (props: RendererProps & OwnPropsOfControl) => (
    <Field {...props}>
      <JsonFormsDispatch {...props} renderers={materialRenderers} />
    </Field>
  ),
};
