// The page around a form: the summary below it, and the JSON that it makes.

import "./page.css";

import { Button, createTheme, ThemeProvider } from "@mui/material";
import { blue } from "@mui/material/colors";
import { type MouseEvent, type ReactNode, StrictMode, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";

import type { Draft } from "./draft";
import { type InvalidPlace, idOf, type Place } from "./fields";
import { sentence } from "./messages";
import { focusOn, inOrder } from "./controls";

interface Props {
  draft: Draft;
  /** Counts the attempts that failed; with each the first invalid field gets the focus. */
  failures: number;
  /** The fields to be corrected. */
  invalidPlaces: InvalidPlace[];
  /** Sentences about the form as a whole. */
  notices: string[];
  stored: boolean;
  children: ReactNode;
}

export function Page({ draft, failures, invalidPlaces, notices, stored, children }: Props) {
  const [shown, setShown] = useState(false);
  const ordered = inOrder(invalidPlaces);
  const [first] = ordered;
  useEffect(() => {
    if (failures > 0 && first) focusOn(first.place);
  }, [failures]);
  return (
    <main>
      <h1>Customer details</h1>
      <p className="legend">Fields marked with * are required.</p>
      {children}
      <div role="alert">
        {notices.map((notice, index) => (
          <p key={index} className="notice invalid">
            {notice}
          </p>
        ))}
        {first && <p className="notice invalid">Please correct these fields:</p>}
      </div>
      {/* Beside the alert, which would be read out anew with each field that is corrected. */}
      <Summary invalidPlaces={ordered} />
      <div role="status">{stored && <p className="notice stored">Thank you. The customer is stored.</p>}</div>
      <Button aria-expanded={shown} onClick={() => setShown(!shown)}>
        {shown ? "Hide JSON" : "Show JSON"}
      </Button>
      {shown && (
        <pre role="region" aria-label="JSON" tabIndex={0}>
          {JSON.stringify(draft, null, 2)}
        </pre>
      )}
    </main>
  );
}

/** Links to the invalid fields. */
function Summary({ invalidPlaces }: { invalidPlaces: InvalidPlace[] }) {
  const follow = (place: Place) => (event: MouseEvent) => {
    event.preventDefault();
    focusOn(place);
  };
  if (invalidPlaces.length === 0) return null;
  return (
    <ul className="invalid-places">
      {invalidPlaces.map(({ place, reasons }) => (
        <li key={idOf(place)}>
          <a href={`#${idOf(place)}`} onClick={follow(place)}>
            {reasons.map((reason) => sentence(place.label, reason)).join(" ")}
          </a>
        </li>
      ))}
    </ul>
  );
}

// The blue of `page.css`. On that of MUI, a text button under the pointer has a contrast of 4.4, and WCAG asks for 4.5.
const theme = createTheme({ palette: { primary: { main: blue[800] } } });

export function show(page: ReactNode) {
  const root = document.getElementById("page");
  const themed = <ThemeProvider theme={theme}>{page}</ThemeProvider>;
  if (root) createRoot(root).render(<StrictMode>{themed}</StrictMode>);
}
