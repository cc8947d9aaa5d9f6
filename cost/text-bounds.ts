import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';

export interface TextBounds {
  readonly tokens: number;
  /** Brackets of any kind that are open at once. */
  readonly nesting: number;
  /** Characters of one text within quotation marks; any number where nothing is said. */
  readonly textCharacters?: number;
}

const OPENING: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);
const TEXTS: ReadonlySet<TokenKind> = new Set([TokenKind.STRING, TokenKind.BLOCK_STRING]);

/**
 * Which bound a document's text is beyond, if any. Reads no further than the bounds allow and does not nest, while a
 * parser does as deep as the text. A text with a syntax error before that is within them: saying where is the parser's.
 */
export function beyondBounds(
  text: string,
  { tokens, nesting, textCharacters = Infinity }: TextBounds,
): keyof TextBounds | undefined {
  const lexer = new Lexer(new Source(text));
  let open = 0;
  try {
    for (let count = 0; lexer.advance().kind !== TokenKind.EOF; count += 1) {
      if (count === tokens) return 'tokens';
      if (OPENING.has(lexer.token.kind)) open += 1;
      else if (CLOSING.has(lexer.token.kind)) open -= 1;
      if (open > nesting) return 'nesting';
      const { kind, value } = lexer.token;
      if (TEXTS.has(kind) && value.length > textCharacters) return 'textCharacters';
    }
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
  }
  return undefined;
}
