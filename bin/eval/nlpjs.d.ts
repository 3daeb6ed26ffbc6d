/** What the comparison uses of nlp.js, which brings no types. */
declare module '@nlpjs/core' {
  interface Container {
    use(plugin: unknown): void;
  }
  export function containerBootstrap(): Promise<Container>;
}

declare module '@nlpjs/lang-en-min' {
  export const LangEn: unknown;
}

declare module '@nlpjs/nlu' {
  export class NluNeural {
    constructor(settings: { readonly locale: string; readonly container: unknown; readonly log: boolean });
    train(corpus: readonly { readonly utterance: string; readonly intent: string }[]): Promise<unknown>;
    process(
      utterance: string,
    ): Promise<{ classifications?: readonly { readonly intent: string; readonly score: number }[] }>;
  }
}
