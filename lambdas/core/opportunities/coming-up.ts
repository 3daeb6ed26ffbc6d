import type { Observance, Survey, TemplateStates } from '../outreach/outreach.ts';
import type { Opportunity } from './opportunity.ts';

/** What the district has coming up, and what Homeroom may write of its own accord: data of a turn. */
export interface ComingUp {
  readonly opportunities: readonly Opportunity[];
  readonly surveys: readonly Survey[];
  readonly templates: TemplateStates;
  readonly observances: readonly Observance[];
}

export const NOTHING_COMING_UP: ComingUp = { opportunities: [], surveys: [], templates: {}, observances: [] };
