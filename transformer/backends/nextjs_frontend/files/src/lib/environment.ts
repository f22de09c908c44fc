/** Where the API runs, as seen from this server; browsers never speak to it directly. */
export const API_URL = process.env.API_URL ?? "http://127.0.0.1:8000";

/** The zone in which dates and times are shown and entered. */
export const TIME_ZONE = process.env.TIME_ZONE ?? "UTC";
