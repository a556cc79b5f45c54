import { useState } from 'react';
import { Input } from 'antd';

interface SearchBoxProps {
  readonly label: string;
  readonly placeholder: string;
  /** As it stands in the address. */
  readonly words: string;
  readonly search: (words: string) => void;
}

/** A field of search that follows the address, also when Back changes it. */
export function SearchBox({ label, placeholder, words, search }: SearchBoxProps) {
  const [followed, follow] = useState(words);
  const [draft, setDraft] = useState(words);
  if (followed !== words) {
    follow(words);
    setDraft(words);
  }
  return (
    <Input.Search
      aria-label={label}
      placeholder={placeholder}
      value={draft}
      allowClear
      className="search"
      onChange={({ target }) => setDraft(target.value)}
      onSearch={(given) => search(given.trim())}
    />
  );
}
