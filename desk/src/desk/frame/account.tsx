import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover, Switch } from 'react-aria-components';
import type { Me } from '#contract/desk-api.ts';
import { useLeave } from '../login/leave.ts';
import { askForNotifications, switchSound } from './alerts.ts';
import { announce } from './announce.tsx';
import { Icon } from './icons.tsx';
import { prefer, usePreferences } from './preferences.ts';

const switchNotifications = async (isOn: boolean) => {
  const isAllowed = isOn && (await askForNotifications());
  prefer({ hasNotifications: isAllowed });
  if (isOn && !isAllowed) announce('This browser does not allow notifications. Allow them in its settings.', 'trouble');
};

interface SettingProps {
  readonly words: string;
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
}

const Setting = ({ words, isOn, onSwitch }: SettingProps) => (
  <Switch className="switch" isSelected={isOn} onChange={onSwitch}>
    <span className="switch-track" />
    {words}
  </Switch>
);

/** Who is logged in, what they chose for this browser, and the way out. */
export const Account = ({ me }: { me: Me }) => {
  const { hasSound, hasNotifications, hasKeys } = usePreferences();
  const leave = useLeave();
  const { name, title } = me.person;
  const [box, setBox] = useState<HTMLElement | null>(null);
  return (
    <div ref={setBox}>
      <DialogTrigger>
        <Button className="button button-quiet frame-account" aria-label={`${name}: settings and log out`}>
          <Icon name="person" />
          <span className="frame-name">{name}</span>
          <Icon name="more" />
        </Button>
        {/* Within the bar, so that readers of the screen find it in a landmark. */}
        <Popover className="popover" placement="bottom end" {...(box ? { UNSTABLE_portalContainer: box } : {})}>
          <Dialog className="account" aria-label="Settings">
            <p>
              <strong>{name}</strong>
              <br />
              <span className="hint">
                {title} · {me.schools.map((school) => school.name).join(', ') || 'no school'}
              </span>
            </p>
            <div className="account-settings">
              <Setting words="Sound for new arrivals" isOn={hasSound} onSwitch={switchSound} />
              <Setting
                words="Browser notifications"
                isOn={hasNotifications}
                onSwitch={(isOn) => void switchNotifications(isOn)}
              />
              <Setting words="Single-key shortcuts" isOn={hasKeys} onSwitch={(isOn) => prefer({ hasKeys: isOn })} />
            </div>
            <Button className="button" onPress={() => leave('logged_out')}>
              Log out
            </Button>
          </Dialog>
        </Popover>
      </DialogTrigger>
    </div>
  );
};
