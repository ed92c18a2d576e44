import { useRevalidator } from "@remix-run/react";
import { useEffect, useState } from "react";

const EVERY_MILLISECONDS = 2_000;
const MOST_QUESTIONS = 15;

/** Reads the page again every two seconds while something is under way, for half a minute at most. */
export function useNewsWhile(isUnderWay: boolean): void {
  const { revalidate, state } = useRevalidator();
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (!isUnderWay || state !== "idle" || asked >= MOST_QUESTIONS) return;
    const timer = setTimeout(() => {
      setAsked(asked + 1);
      revalidate();
    }, EVERY_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [isUnderWay, state, asked, revalidate]);
}
