// Where the values of a record come from, and how strong each source's word is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "oms/model/records.h"
#include "oms/source/hub_record.h"

namespace oms {

// Counted: what a server counts or measures (downloads, dates, gates, sizes). Stated: what the
// publisher writes (tags, task, license).
enum class Kept { counted, stated };

// One word of words::kEvidence. A source that no table knows only declares.
std::string_view evidence_of(std::string_view source, Kept kept);
// Whether the source reads the Hub's own listing, so that a model in it is on the Hub.
bool lists_the_hub(std::string_view source);

// The note of the source that gave a key; nullptr when none did.
const SourceNote* note_for(const HubRecord& hub, HubKey key);
// Of the first of several spellings of one key that a note has.
const SourceNote* note_for(const HubRecord& hub, std::initializer_list<HubKey> keys);

// A fact that stands already is not added again.
void add_fact(Record& record, std::string_view field, std::string_view source, Day as_of,
              std::string_view evidence);
// The fact that a note's source gave `field`; nothing without a note.
void add_fact(Record& record, std::string_view field, const SourceNote* note, Kept kept);

// The source of the tags, with a remark where it kept only the first of them.
std::string tag_source(const HubRecord& hub, const SourceNote& note);
// The fact that the record's tags state `field`, as the publisher wrote them.
void add_tag_fact(Record& record, std::string_view field, const HubRecord& hub);

// What follows the prefix in each tag that has it.
std::vector<std::string> tags_with_prefix(const HubRecord& hub, std::string_view prefix);

}  // namespace oms
