/** The words of the page for what went wrong. Every page brings that one along, so it has no more than it needs. */

import type { Language } from "@/model-types";

export const ERROR_WORDS: Record<Language, Record<"title" | "text" | "again" | "home", string>> = {
  en: {
    title: "Something went wrong",
    text: "The page couldn’t be shown. Please try again.",
    again: "Try again",
    home: "Home",
  },
  de: {
    title: "Etwas ist schiefgegangen",
    text: "Die Seite konnte nicht angezeigt werden. Bitte versuchen Sie es noch einmal.",
    again: "Noch einmal versuchen",
    home: "Start",
  },
  fr: {
    title: "Une erreur s’est produite",
    text: "La page n’a pas pu être affichée. Veuillez réessayer.",
    again: "Réessayer",
    home: "Accueil",
  },
  es: {
    title: "Algo ha ido mal",
    text: "No se pudo mostrar la página. Inténtelo de nuevo.",
    again: "Intentar de nuevo",
    home: "Inicio",
  },
};
