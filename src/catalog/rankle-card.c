/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-card.h"

#include "rankle-catalog.h"
#include "rankle-model-error.h"
#include "rankle-shape-private.h"

#define FOLDER        "cards"
#define MOST_RESIDUES 100000

static const RankleJsonLimits limits = { .bytes = 131072, .depth = 6, .values = 8000 };

static const RankleJsonCodes codes = { .syntax = RANKLE_MODEL_ERROR_SIDECAR,
                                       .limit = RANKLE_MODEL_ERROR_SIDECAR,
                                       .content = RANKLE_MODEL_ERROR_SIDECAR };

/* In the order of RankleCardGrade. */
static const char *const grades[] = { "seen", "article", "recalled", "ours", NULL };

/* ---- words ---- */

/* (nullable) */
static const char *
keep (RankleCard *card, const char *text)
{
  return text == NULL ? NULL : g_string_chunk_insert (card->texts, text);
}

static const char *
read_text (RankleJsonReader *json, RankleCard *card, const char *member)
{
  return keep (card, rankle_json_get_text (json, member));
}

/* (transfer container): the strings of the list @member, NULL at the end, one at least.
 */
static const char *const *
read_texts (RankleJsonReader *json, RankleCard *card, const char *member)
{
  GPtrArray *texts = g_ptr_array_new ();

  rankle_json_require (json, member);
  if (rankle_json_open_list (json, member))
    {
      if (rankle_json_count (json) == 0)
        rankle_json_fail (json, NULL, "must have one at least");
      while (rankle_json_next (json))
        g_ptr_array_add (texts, (gpointer)read_text (json, card, NULL));
      rankle_json_close (json);
    }
  g_ptr_array_add (texts, NULL);
  return (const char *const *)g_ptr_array_free (texts, FALSE);
}

/* What of an entry stands beside its label. */
static void
read_statement (RankleJsonReader *json, RankleCard *card, RankleCardEntry *entry)
{
  entry->words = read_text (json, card, "words");
  entry->grade = (RankleCardGrade)rankle_json_get_choice (json, "grade", grades);
  entry->source = keep (card, rankle_json_get_text_or (json, "source", NULL));
  if (entry->source != NULL && entry->grade != RANKLE_CARD_SEEN)
    rankle_json_fail (json, "source", "must not be there unless it was seen");
}

static void
read_entry (RankleJsonReader *json, RankleCard *card, RankleCardEntry *entry)
{
  entry->label = read_text (json, card, "label");
  read_statement (json, card, entry);
}

/* ---- lists ---- */

typedef void (*ReadFunc) (RankleJsonReader *json, RankleCard *card, gpointer item);

/* (transfer full): of objects, as large as @size; none where @member is not there. */
static gpointer
read_list (RankleJsonReader *json,
           RankleCard       *card,
           const char       *member,
           guint             size,
           ReadFunc          read,
           guint            *n)
{
  GArray *items = g_array_new (FALSE, TRUE, size);

  if (rankle_json_open_list (json, member))
    {
      while (rankle_json_next (json))
        if (rankle_json_open_object (json, NULL))
          {
            g_array_set_size (items, items->len + 1);
            read (json, card, items->data + (items->len - 1) * (gsize)size);
            rankle_json_close (json);
          }
      rankle_json_close (json);
    }
  *n = items->len;
  return g_array_free (items, FALSE);
}

static void
read_fact (RankleJsonReader *json, RankleCard *card, gpointer item)
{
  read_entry (json, card, item);
}

static void
read_domain (RankleJsonReader *json, RankleCard *card, gpointer item)
{
  RankleCardDomain *domain = item;

  read_entry (json, card, &domain->entry);
  domain->first = (guint)rankle_json_get_integer (json, "first", card->first, card->last);
  domain->last = (guint)rankle_json_get_integer (json, "last", domain->first, card->last);
  domain->is_region = rankle_json_get_boolean_or (json, "region", FALSE);
  rankle_json_require (json, "ink");
  domain->ink = _rankle_ink_read (json, "ink");
}

static void
read_adaptor (RankleJsonReader *json, RankleCard *card, gpointer item)
{
  RankleCardAdaptor *adaptor = item;

  read_entry (json, card, &adaptor->entry);
  rankle_json_require (json, "off");
  if (rankle_json_open_object (json, "off"))
    {
      read_statement (json, card, &adaptor->off);
      rankle_json_close (json);
    }
}

static void
read_organ (RankleJsonReader *json, RankleCard *card, gpointer item)
{
  static const char *const sides[] = { "left", "right", NULL };
  RankleCardOrgan         *organ = item;

  organ->id = read_text (json, card, "id");
  read_entry (json, card, &organ->entry);
  organ->known = rankle_json_get_boolean_or (json, "known", TRUE);
  organ->left = rankle_json_get_choice (json, "side", sides) == 0;
  organ->paths = read_texts (json, card, "paths");
}

/* ---- one ---- */

static void
read_chain (RankleJsonReader *json, RankleCard *card)
{
  if (!rankle_json_open_object (json, "chain"))
    return;
  card->chain = read_text (json, card, "label");
  card->first = (guint)rankle_json_get_integer (json, "first", 1, MOST_RESIDUES);
  card->last = (guint)rankle_json_get_integer (json, "last", card->first, MOST_RESIDUES);
  rankle_json_require (json, "domains");
  card->domains = read_list (json, card, "domains", sizeof (RankleCardDomain),
                             read_domain, &card->n_domains);
  rankle_json_close (json);
}

static void
read_body (RankleJsonReader *json, RankleCard *card)
{
  if (!rankle_json_open_object (json, "body"))
    return;
  card->body = _rankle_shapes_read (json, "picture", &card->n_body);
  rankle_json_require (json, "organs");
  card->organs = read_list (json, card, "organs", sizeof (RankleCardOrgan), read_organ,
                            &card->n_organs);
  rankle_json_close (json);
}

static RankleCard *
read_card (RankleJsonReader *json)
{
  RankleCard *card = g_new0 (RankleCard, 1);

  card->texts = g_string_chunk_new (4096);
  rankle_json_get_schema (json, 1);
  card->id = read_text (json, card, "id");
  card->place = (guint)rankle_json_get_integer (json, "place", 1, 1000);
  card->title = read_text (json, card, "title");
  card->sentence = read_text (json, card, "sentence");
  card->nodes = read_texts (json, card, "nodes");
  rankle_json_require (json, "facts");
  card->facts = read_list (json, card, "facts", sizeof (RankleCardEntry), read_fact,
                           &card->n_facts);
  read_chain (json, card);
  card->structures = read_list (json, card, "structures", sizeof (RankleCardEntry),
                                read_fact, &card->n_structures);
  card->adaptors = read_list (json, card, "adaptors", sizeof (RankleCardAdaptor),
                              read_adaptor, &card->n_adaptors);
  read_body (json, card);
  return card;
}

RankleCard *
rankle_card_parse (const char *text, gssize length, const char *name, GError **error)
{
  g_autoptr (RankleJsonReader) json = NULL;
  g_autoptr (RankleCard) card = NULL;

  g_return_val_if_fail (text != NULL && name != NULL, NULL);

  json = rankle_json_reader_new (text, length, name, &limits);
  card = read_card (json);
  if (!rankle_json_reader_finish (json, RANKLE_MODEL_ERROR, &codes, error))
    return NULL;
  g_assert (card->nodes[0] != NULL);
  return g_steal_pointer (&card);
}

void
rankle_card_free (RankleCard *card)
{
  g_return_if_fail (card != NULL);

  for (guint i = 0; i < card->n_organs; i++)
    g_free ((gpointer)card->organs[i].paths);
  g_free ((gpointer)card->organs);
  _rankle_shapes_free (card->body, card->n_body);
  g_free ((gpointer)card->adaptors);
  g_free ((gpointer)card->structures);
  g_free ((gpointer)card->domains);
  g_free ((gpointer)card->facts);
  g_free ((gpointer)card->nodes);
  g_string_chunk_free (card->texts);
  g_free (card);
}

/* ---- all that are bundled ---- */

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const RankleCard *x = a, *y = b;

  return x->place < y->place ? -1 : x->place > y->place;
}

/* A bundled file that cannot be read is a fault of the program. */
static void
add_bundled (GArray *cards, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = rankle_catalog_read (FOLDER, name, &error);
  RankleCard *card = NULL;

  if (bytes != NULL)
    card = rankle_card_parse (g_bytes_get_data (bytes, NULL),
                              (gssize)g_bytes_get_size (bytes), name, &error);
  if (card == NULL)
    g_error ("%s", error->message);
  g_array_append_val (cards, *card);
  g_free (card); /* what it points to lives on in the list */
}

static GArray *
read_bundled (void)
{
  g_auto (GStrv) names = rankle_catalog_list (FOLDER);
  GArray *cards = g_array_new (FALSE, FALSE, sizeof (RankleCard));

  for (char **name = names; *name != NULL; name++)
    add_bundled (cards, *name);
  g_array_sort (cards, compare_places);
  return cards;
}

const RankleCard *
rankle_cards_get (guint *n)
{
  static GArray *cards; /* (owned) by the process */

  g_return_val_if_fail (n != NULL, NULL);

  if (g_once_init_enter (&cards))
    g_once_init_leave (&cards, read_bundled ());
  *n = cards->len;
  return (const RankleCard *)(void *)cards->data;
}

const RankleCard *
rankle_cards_find (const char *id)
{
  guint             n;
  const RankleCard *cards = rankle_cards_get (&n);

  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (cards[i].id, id))
      return &cards[i];
  return NULL;
}

const RankleCard *
rankle_cards_find_for_node (const char *label)
{
  guint             n;
  const RankleCard *cards = rankle_cards_get (&n);

  g_return_val_if_fail (label != NULL, NULL);

  for (guint i = 0; i < n; i++)
    if (g_strv_contains (cards[i].nodes, label))
      return &cards[i];
  return NULL;
}
