// The form, drawn by JSON Forms.

import { createAjv, type Translator } from "@jsonforms/core";
import { materialCells, materialRenderers } from "@jsonforms/material-renderers";
import { JsonForms } from "@jsonforms/react";
import { Button } from "@mui/material";
import { type FormEvent, useEffect, useMemo, useRef, useState } from "react";
import schema from "schema/customer-draft-07-labels.json";
import uiSchema from "schema/ui-jsonforms.json";

import { describeFaults } from "./describe";
import { type Draft, EMPTY, followCountry } from "./draft";
import { reasonOf, sentence } from "./messages";
import { Page, show } from "./page";
import { toAdditionalErrors } from "./server-errors";
import { openList } from "./open-list";
import { useSubmission } from "./submission";

const renderers = [...materialRenderers, openList];
const ajv = createAjv();
const validate = ajv.compile(schema);

/** One sentence for each value. */
const translate = ((key: string, text: string | undefined, context) => {
  if (!key.endsWith("error.custom")) return text;
  const errors: { keyword: string; message?: string }[] = context.errors;
  const reason = reasonOf(errors);
  return reason ? sentence(reason) : errors.map(({ message }) => message).join(" ");
}) as Translator;

function JsonFormsPage() {
  const [draft, setDraft] = useState(EMPTY);
  const [corrections, setCorrections] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => (form.current ? describeFaults(form.current) : undefined), []);
  const { failures, fail, notices, refused, send, stored } = useSubmission(draft);
  // The same array as long as it says the same.
  const additionalErrors = useMemo(() => toAdditionalErrors(refused), [JSON.stringify(refused)]);
  // The form is given the draft anew only together with something else: its own data, handed back late, would undo
  // what was typed since.
  const given = useMemo(() => draft, [failures > 0, additionalErrors, corrections]);
  const faulty = additionalErrors.length > 0 || (failures > 0 && !validate(draft));

  function change(data: Draft) {
    const next = followCountry(draft, data);
    setDraft(next);
    if (next !== data) setCorrections(corrections + 1);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (validate(draft)) void send(draft);
    else fail();
  }

  return (
    <Page draft={draft} failures={failures} faulty={faulty} notices={notices} stored={stored}>
      <form ref={form} className="jsonforms" noValidate onSubmit={submit}>
        <JsonForms
          schema={schema}
          uischema={uiSchema}
          data={given}
          ajv={ajv}
          renderers={renderers}
          cells={materialCells}
          i18n={{ translate }}
          // Hints that come and go move the buttons away under the pointer.
          config={{ showUnfocusedDescription: true }}
          // Nobody is blamed for what he has not filled in yet.
          validationMode={failures > 0 ? "ValidateAndShow" : "ValidateAndHide"}
          additionalErrors={additionalErrors}
          onChange={({ data }) => change(data)}
        />
        <Button type="submit" variant="contained">
          Submit
        </Button>
      </form>
    </Page>
  );
}

show(<JsonFormsPage />);
