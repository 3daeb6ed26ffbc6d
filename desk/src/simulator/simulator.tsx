import { useState } from 'react';
import type { WorldView } from '../../../bin/local/whatsapp/page-contract.ts';
import { Chat } from './chat.tsx';
import { chatKey, type Feed } from './feed.ts';
import { Modal } from './modal.tsx';
import { Parents } from './parents.tsx';
import { useFeed, useNow } from './use-feed.ts';
import { useIsWide } from './use-is-wide.ts';
import { WorldPanel } from './world-panel.tsx';

const NumberChoice = ({
  world,
  value,
  onChoose,
}: {
  world: WorldView;
  value: string;
  onChoose: (id: string) => void;
}) =>
  world.numbers.length > 1 && (
    <label className="number-choice">
      Writes to
      <select value={value} onChange={(event) => onChoose(event.target.value)}>
        {world.numbers.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );

const Phones = ({ world, feed }: { world: WorldView; feed: Feed }) => {
  const isWide = useIsWide();
  const now = useNow(feed);
  const [chosenId, setChosenId] = useState(world.phones[0]?.id);
  const [numberId, setNumberId] = useState(world.numbers[0]?.id);
  const [pane, setPane] = useState<'parents' | 'chat' | 'world'>('chat');
  const phone = world.phones.find(({ id }) => id === chosenId) ?? world.phones[0];
  const number = world.numbers.find(({ id }) => id === numberId) ?? world.numbers[0];
  if (!phone || !number) return <p className="loading">There is no phone: delete the state file and start again.</p>;
  const choose = (id: string) => {
    setChosenId(id);
    setPane('chat');
  };
  const panel = <WorldPanel phone={phone} number={number.id} now={now} templates={world.templates} />;
  return (
    <div className="page">
      {(isWide || pane === 'parents') && (
        <Parents phones={world.phones} chosenId={phone.id} now={now} onChoose={choose} />
      )}
      {(isWide || pane !== 'parents') && (
        <main className="stage">
          <NumberChoice world={world} value={number.id} onChoose={setNumberId} />
          <div className="device">
            <Chat
              key={chatKey(phone.id, number.id)}
              phone={phone}
              number={number}
              isTyping={feed.typing.has(chatKey(phone.id, number.id))}
              now={now}
              onBack={isWide ? undefined : () => setPane('parents')}
              onWorld={isWide ? undefined : () => setPane('world')}
            />
          </div>
        </main>
      )}
      {isWide && (
        <aside className="world" aria-label="The world">
          <h2>The world</h2>
          {panel}
        </aside>
      )}
      {!isWide && pane === 'world' && (
        <Modal title="The world" shape="side" onClose={() => setPane('chat')}>
          {panel}
        </Modal>
      )}
    </div>
  );
};

/** The page of the one-machine run: parents' phones, and the world that they live in. */
export const Simulator = () => {
  const feed = useFeed();
  return (
    <>
      {!feed.isLive && (
        <p className="offline" role="alert">
          Homeroom is not running. This page goes on by itself once it is started again.
        </p>
      )}
      {feed.world ? <Phones world={feed.world} feed={feed} /> : <p className="loading">Connecting…</p>}
    </>
  );
};
