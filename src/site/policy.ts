import { Marked, type Tokens, type TokensList } from 'marked';

const escapeHtml = (text: string) =>
  text.replace(
    /[&<>"]/g,
    (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter] as string,
  );

/** Markup inside a policy text is shown as text, and links lead only to pages and mail. */
const marked = new Marked({
  tokenizer: {
    inlineText() {
      // Behind a `<script>` Marked would hand text on as it is, and a tag that is never closed would be one.
      this.lexer.state.inRawBlock = false;
      return false;
    },
  },
  renderer: {
    html: ({ text }) => escapeHtml(text),
    image: ({ text }) => escapeHtml(text),
    link({ href, tokens }) {
      const inner = this.parser.parseInline(tokens);
      return /^(https?:\/\/|mailto:|\/(?!\/))/i.test(href)
        ? `<a href="${escapeHtml(href.replace(/&amp;/g, '&'))}" target="_blank" rel="noopener">${inner}</a>`
        : inner;
    },
    heading({ depth, tokens }) {
      // The panel's own title is the h2 above.
      const level = Math.min(depth + 2, 6);
      return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>`;
    },
  },
});

const isArticle = (token: TokensList[number]): token is Tokens.Heading =>
  token.type === 'heading' && (token as Tokens.Heading).depth === 2;

/**
 * A policy in Markdown as HTML for the panel: what stands before the first `## ` as it is, then each `## `
 * with what follows it as one article that opens by itself.
 */
export function policyHtml(markdown: string): string {
  const tokens = marked.lexer(markdown);
  const parts: TokensList[number][][] = [[]];
  for (const token of tokens) {
    if (isArticle(token)) parts.push([]);
    parts[parts.length - 1]?.push(token);
  }
  const [preface = [], ...articles] = parts;
  const html = articles.map(([heading, ...body]) => {
    const title = marked.Parser.parseInline((heading as Tokens.Heading).tokens, marked.defaults);
    return `<details><summary>${title}</summary>${marked.parser(body)}</details>`;
  });
  return [marked.parser(preface), ...html]
    .join('')
    .replace(/(<\/?(?:p|ul|ol|li|blockquote|h\d)[^>]*>)\n+/g, '$1');
}
