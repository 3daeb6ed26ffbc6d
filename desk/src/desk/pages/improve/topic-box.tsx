import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';

export interface TopicChoice {
  readonly id: string;
  readonly title: string;
}

interface TopicBoxProps {
  readonly topics: readonly TopicChoice[];
  readonly chosen: TopicChoice | undefined;
  readonly onChoose: (topic: TopicChoice | undefined) => void;
}

/** Finds one of the topics by a part of its title. */
export const TopicBox = ({ topics, chosen, onChoose }: TopicBoxProps) => (
  <ComboBox
    className="pick pick-wide"
    defaultItems={topics}
    value={chosen?.id ?? null}
    onChange={(key) => onChoose(topics.find((topic) => topic.id === key))}
    menuTrigger="focus"
    allowsEmptyCollection
  >
    <Label>Topic</Label>
    <div className="pick-box">
      <Input className="input" placeholder="Type to find a topic" />
      <Button className="pick-open">
        <span aria-hidden="true" className="pick-arrow" />
      </Button>
    </div>
    <Popover className="pick-popover">
      <ListBox<TopicChoice>
        className="pick-list"
        renderEmptyState={() => <p className="pick-none">No topic has this in its title.</p>}
      >
        {(topic) => (
          <ListBoxItem className="pick-item" id={topic.id} textValue={topic.title}>
            {topic.title}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  </ComboBox>
);
