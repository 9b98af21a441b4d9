// What stands around a form: the notices below it, and the JSON that it makes.

import "./page.css";

import { Button } from "@mui/material";
import { StrictMode, type ReactNode, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";

import type { Draft } from "./draft";

interface Props {
  draft: Draft;
  /** Counts the attempts that failed; with each the first faulty field gets the focus. */
  failures: number;
  /** Whether a field is to be mended. */
  faulty: boolean;
  /** What there is to say that belongs to no field. */
  notices: string[];
  stored: boolean;
  children: ReactNode;
}

/** A faulty field, of JSON Forms or of RJSF. */
const FAULTY = 'input[aria-invalid="true"], .rjsf-field-error > :is(input, select)';

export function Page({ draft, failures, faulty, notices, stored, children }: Props) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (failures === 0) return;
    // JSON Forms marks its fields a moment later.
    const timer = setTimeout(() => document.querySelector<HTMLElement>(FAULTY)?.focus(), 100);
    return () => clearTimeout(timer);
  }, [failures]);
  return (
    <main>
      <h1>Customer details</h1>
      <p className="legend">Fields marked with * are required.</p>
      {children}
      <div role="alert">
        {faulty && <p className="notice fault">Please look at the fields marked in red.</p>}
        {notices.map((notice) => (
          <p key={notice} className="notice fault">
            {notice}
          </p>
        ))}
      </div>
      <div role="status">{stored && <p className="notice stored">Thank you. The customer is stored.</p>}</div>
      <Button aria-expanded={shown} onClick={() => setShown(!shown)}>
        {shown ? "Hide JSON" : "Show JSON"}
      </Button>
      {shown && <pre aria-label="JSON">{JSON.stringify(draft, null, 2)}</pre>}
    </main>
  );
}

export function show(page: ReactNode) {
  const place = document.getElementById("page");
  if (place) createRoot(place).render(<StrictMode>{page}</StrictMode>);
}
