/** What the record says of an entry, in words. Pure. */

const WORDS: Readonly<Record<string, string>> = {
  thread_seen: 'Read a conversation',
  media_seen: 'Opened a file of a family',
  phone_seen: 'Looked up the phone number of a family',
  claim: 'Took a conversation',
  release: 'Gave a conversation back',
  assign: 'Gave a conversation to a colleague',
  resolve: 'Resolved a conversation',
  reopen: 'Opened a conversation again',
  reply: 'Replied to a family',
  note: 'Wrote a note for colleagues',
  confirm: 'Confirmed an interpreter',
  family_erased: 'Deleted everything about a family',
  questions_linked: 'Linked questions to a topic',
  questions_exported: 'Exported questions',
  person_saved: 'Added or changed a person',
  school_closed: 'Closed a school, or changed a day there',
  school_reopened: 'Opened a school again',
  school_edited: 'Changed what is known of a school',
  person_edited: 'Added or changed somebody in the directory',
  people_imported: 'Imported schools, people or days',
  district_exported: 'Exported schools, people or days',
  feed_saved: 'Added or changed a calendar that is followed',
  feed_looked_at: 'Had a calendar looked at',
  events_imported: 'Imported a table of events',
  event_saved: 'Added or changed an event',
  event_cancelled: 'Cancelled an event',
  event_checked: 'Checked that an event is right',
  survey_saved: 'Added or changed a survey',
  survey_started: 'Sent out a survey',
  survey_stopped: 'Stopped a survey',
  survey_closed: 'Closed a survey',
  observances_saved: 'Changed the days on which families are not written to',
};

/** A word that this page does not know is shown as it is, so that nothing in the record is hidden. */
export const whatHappened = (what: string): string => {
  if (Object.hasOwn(WORDS, what)) return WORDS[what] ?? what;
  const words = what.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
