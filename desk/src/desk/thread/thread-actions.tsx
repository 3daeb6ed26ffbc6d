import { useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { Action, HandoffView } from '#contract/desk-api.ts';
import { useMe } from '../api/use-me.ts';
import { Icon } from '../frame/icons.tsx';
import { EraseFamily } from './erase-family.tsx';
import { mayDo } from './may.ts';
import { useActing } from './use-acting.ts';

interface AssignProps {
  readonly colleagues: readonly { readonly id: string; readonly name: string; readonly title: string }[];
  readonly isDisabled: boolean;
  readonly onAssign: (id: string) => void;
}

const Assign = ({ colleagues, isDisabled, onAssign }: AssignProps) => {
  const [box, setBox] = useState<HTMLElement | null>(null);
  return (
    <div ref={setBox}>
      <MenuTrigger>
        <Button className="button" isDisabled={isDisabled || colleagues.length === 0}>
          Assign
          <Icon name="more" />
        </Button>
        {/* Within the page, so that readers of the screen find it in a landmark. */}
        <Popover className="popover" placement="bottom end" {...(box ? { UNSTABLE_portalContainer: box } : {})}>
          <Menu className="menu" aria-label="Colleagues" onAction={(key) => onAssign(String(key))}>
            {colleagues.map(({ id, name, title }) => (
              <MenuItem key={id} id={id} className="menu-item" textValue={name}>
                {name} <span className="hint">{title}</span>
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  );
};

/** Claim, release, assign, resolve, reopen, and delete the family: those of them that are possible now. */
export const ThreadActions = ({ handoff }: { handoff: HandoffView }) => {
  const me = useMe();
  const may = mayDo(handoff, me);
  const { run, isPending } = useActing(handoff);
  const button = (words: string, action: Action, isPrimary = false) => (
    <Button
      className={isPrimary ? 'button button-primary' : 'button'}
      isDisabled={isPending}
      onPress={() => void run(action)}
    >
      {words}
    </Button>
  );
  const colleagues = me.colleagues.filter(({ id }) => id !== handoff.owner?.id);
  return (
    <div className="thread-actions">
      {may.claim && button('Claim', { kind: 'claim' }, true)}
      {may.takeOver && button('Take over', { kind: 'assign', to: me.person.id })}
      {may.release && button('Release', { kind: 'release' })}
      {may.assign && (
        <Assign colleagues={colleagues} isDisabled={isPending} onAssign={(to) => void run({ kind: 'assign', to })} />
      )}
      {may.resolve && button('Resolve', { kind: 'resolve' })}
      {may.reopen && button('Reopen', { kind: 'reopen' }, true)}
      {may.erase && <EraseFamily isDisabled={isPending} onErase={() => void run({ kind: 'erase' })} />}
    </div>
  );
};
