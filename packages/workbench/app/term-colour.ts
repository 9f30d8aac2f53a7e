/** Which of the colours in the style sheet a term has. Its number always stands beside it. */

/** How many terms have a colour of their own, before the first comes again. */
export const termColours = 8;

export const termColour = (term: number | null): number => (term === null ? 0 : term % termColours);
