import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { HandoffView, ThreadEntry } from '#contract/desk-api.ts';
import { useMe } from '../api/use-me.ts';
import { mayDo } from '../thread/may.ts';
import { NotYours } from './not-yours.tsx';
import { NoteBox } from './note-box.tsx';
import { Writing } from './writing.tsx';

interface ReplyBoxProps {
  readonly handoff: HandoffView;
  readonly entries: readonly ThreadEntry[];
}

/** Where one answers the family, and where one leaves a note for colleagues. */
export const ReplyBox = ({ handoff, entries }: ReplyBoxProps) => {
  const me = useMe();
  return (
    <section className="reply" aria-label="Answer">
      <Tabs className="reply-tabs">
        <TabList className="tabs" aria-label="To whom">
          <Tab id="reply" className="tab">
            Reply
          </Tab>
          <Tab id="note" className="tab tab-note">
            Note for colleagues
          </Tab>
        </TabList>
        <TabPanel id="reply" className="reply-panel">
          {mayDo(handoff, me).reply ? <Writing handoff={handoff} entries={entries} /> : <NotYours handoff={handoff} />}
        </TabPanel>
        <TabPanel id="note" className="reply-panel reply-panel-note">
          <NoteBox handoff={handoff} />
        </TabPanel>
      </Tabs>
    </section>
  );
};
