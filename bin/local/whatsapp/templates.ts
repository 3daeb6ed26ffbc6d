/** The templates of the school at WhatsApp, and what Meta has done to them. */
import type { PageEvent, TemplateView } from './page-contract.ts';
import type { TemplateMark } from './world.ts';
import type { WorldFile } from './world-file.ts';

/** A template as it was approved, with at most one quick reply; `{{name}}` in its text is filled in by the sender. */
export interface Template {
  readonly name: string;
  /** WhatsApp's code of the language, such as `pt_BR`. */
  readonly language: string;
  readonly text: string;
  readonly button?: string;
  /** Approved and a utility one unless something else is said. */
  readonly status?: TemplateMark['status'];
  readonly category?: TemplateMark['category'];
}

export class Templates {
  readonly #approved: readonly Template[];
  readonly #file: WorldFile;
  readonly #publish: (event: PageEvent) => void;

  constructor(approved: readonly Template[], file: WorldFile, publish: (event: PageEvent) => void) {
    this.#approved = approved;
    this.#file = file;
    this.#publish = publish;
  }

  /** All of them, as they stand now. */
  all(): readonly (Template & Pick<TemplateMark, 'status' | 'category'>)[] {
    return this.#approved.map((template) => {
      const { name, language } = template;
      const mark = this.#file.world.templates.find((one) => one.name === name && one.language === language);
      return { ...template, status: mark?.status ?? 'APPROVED', category: mark?.category ?? 'UTILITY' };
    });
  }

  view(): readonly TemplateView[] {
    return this.all().map(({ name, language, status, category }) => ({ name, language, status, category }));
  }

  /** Meta does something to a template. @returns how it stood before, or nothing where there is no such template */
  mark(mark: TemplateMark): TemplateView | undefined {
    const isIt = ({ name, language }: TemplateView) => name === mark.name && language === mark.language;
    const before = this.view().find(isIt);
    if (!before) return undefined;
    const { world } = this.#file;
    world.templates = [...world.templates.filter((one) => !isIt(one)), mark];
    this.#file.changed();
    this.#publish({ kind: 'templates', templates: this.view() });
    return before;
  }
}
