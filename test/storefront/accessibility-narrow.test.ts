import { lookAtEveryPage } from "./every-page.ts";

// In a file of its own, so that it is done beside the wide ones.
lookAtEveryPage([
  { locale: "zh-CN", theme: "light", width: 390 },
  { locale: "en", theme: "dark", width: 390 },
]);
