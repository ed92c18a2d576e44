/** The Admin API and webhook version that the stand-in imitates. */
export const API_VERSION = "2026-07";
