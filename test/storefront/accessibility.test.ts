import { lookAtEveryPage } from "./every-page.ts";

lookAtEveryPage([
  { locale: "en", theme: "light", width: 1280 },
  // The longest words, and the language that breaks its lines anywhere.
  { locale: "de", theme: "light", width: 390, isOnlyWords: true },
  { locale: "ja", theme: "light", width: 390, isOnlyWords: true },
]);
