import { cases } from "./cases.mjs";
import { Vue } from "./form.mjs";

cases(Vue);
