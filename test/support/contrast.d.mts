/** The texts on the screen that stand out too little, each with its ratio; runs within a page. */
export function faintTexts(): string[];
