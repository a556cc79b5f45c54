type Make = (name: string, options?: ElementCreationOptions) => HTMLElement;

/**
 * Gives every style that a script of ours makes the word by which the page lets styles in. antd knows of such a
 * word, but the parts it is made of do not hand it on everywhere: what locks the page behind a dialogue, what
 * measures scroll bars. Markup that somebody brought along still gets in no style.
 */
export function letStylesIn(page: { createElement: Make } & Pick<Document, 'querySelector'>): void {
  const nonce = page.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
  const make = page.createElement.bind(page);
  page.createElement = (name, options) => {
    const element = make(name, options);
    if (name === 'style') element.nonce = nonce;
    return element;
  };
}
