// The form, drawn by JSON Forms.

import { materialCells, materialRenderers } from "@jsonforms/material-renderers";
import { JsonForms } from "@jsonforms/react";
import { Button } from "@mui/material";
import { type FormEvent, useMemo, useState } from "react";
import schema from "schema/customer-draft-07-labels.json";
import uiSchema from "schema/ui-jsonforms.json";

import { annotated } from "./annotated";
import { type Draft, EMPTY, followCountry } from "./draft";
import { ajv, invalidPlacesOf, translate } from "./jsonforms-common";
import { openList } from "./open-list";
import { Page, show } from "./react-page";
import { toAdditionalErrors } from "./server-errors";
import { useSubmission } from "./use-submission";

const renderers = [...materialRenderers, openList, annotated];

function JsonFormsPage() {
  const [draft, setDraft] = useState(EMPTY);
  const [corrections, setCorrections] = useState(0);
  const { failures, fail, notices, refused, send, stored } = useSubmission(draft, schema);
  // The same array as long as it has the same content.
  const additionalErrors = useMemo(() => toAdditionalErrors(refused), [JSON.stringify(refused)]);
  // The draft is passed to the form only if something else changes as well: passed back late, it would undo what the
  // user has typed since.
  const given = useMemo(() => draft, [failures > 0, additionalErrors, corrections]);
  const found = invalidPlacesOf(draft);

  function change(data: Draft) {
    const next = followCountry(draft, data);
    setDraft(next);
    if (next !== data) setCorrections(corrections + 1);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (found.length > 0) fail();
    else void send(draft);
  }

  return (
    <Page
      draft={draft}
      failures={failures}
      invalidPlaces={failures > 0 ? [...found, ...refused] : []}
      notices={notices}
      stored={stored}
    >
      <form className="jsonforms" noValidate onSubmit={submit}>
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
          // No messages before the first attempt.
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
