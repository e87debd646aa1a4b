/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-help-page.h"

#include <glib/gi18n-lib.h>

#include "rankle-json-reader.h"
#include "rankle-lesson-text.h"
#include "rankle-model-error.h"

#define MOST_BLOCKS 40
#define MOST_OF     20

static const RankleJsonLimits limits = { .bytes = 32768, .depth = 2, .values = 100 };

static const RankleJsonCodes codes = { .syntax = RANKLE_MODEL_ERROR_SIDECAR,
                                       .limit = RANKLE_MODEL_ERROR_SIDECAR,
                                       .content = RANKLE_MODEL_ERROR_SIDECAR };

/* ---- a block ---- */

static void
check_links (RankleJsonReader *json, const RankleBlock *block)
{
  for (guint i = 0; i < block->spans->len; i++)
    {
      const RankleSpan *span = &g_array_index (block->spans, RankleSpan, i);

      if (span->kind == RANKLE_SPAN_LINK &&
          !g_str_has_prefix (span->target, RANKLE_HELP_LINK))
        rankle_json_fail (json, NULL, _ ("“%s” is no page of the help"), span->target);
    }
}

static void
check_block (RankleJsonReader *json, const char *text)
{
  g_autofree char *complaint = NULL;
  g_autoptr (RankleBlock) block = rankle_block_parse (text, &complaint);

  if (block == NULL)
    rankle_json_fail (json, NULL, "%s", complaint);
  else
    check_links (json, block);
}

/* ---- lists ---- */

typedef void (*CheckText) (RankleJsonReader *json, const char *text);

/* (transfer full): @check (nullable) is asked of each. */
static const char *const *
read_texts (RankleJsonReader *json, const char *member, guint most, CheckText check)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  if (rankle_json_open_list (json, member))
    {
      if (rankle_json_count (json) == 0)
        rankle_json_fail (json, NULL, _ ("must have one at least"));
      if (rankle_json_count (json) > most)
        rankle_json_fail (json, NULL, _ ("must not have more than %u"), most);
      while (rankle_json_next (json))
        {
          const char *text = rankle_json_get_text (json, NULL);

          if (check != NULL && rankle_json_is_sound (json))
            check (json, text);
          g_strv_builder_add (texts, text);
        }
      rankle_json_close (json);
    }
  return (const char *const *)g_strv_builder_end (texts);
}

/* ---- the page ---- */

static RankleHelpPage *
read_page (RankleJsonReader *json)
{
  RankleHelpPage *page = g_new0 (RankleHelpPage, 1);

  rankle_json_get_schema (json, 1);
  page->id = g_strdup (rankle_json_get_text (json, "id"));
  page->place = (guint)rankle_json_get_integer (json, "place", 1, 1000);
  page->title = g_strdup (rankle_json_get_text (json, "title"));
  page->summary = g_strdup (rankle_json_get_text (json, "summary"));
  page->of = read_texts (json, "of", MOST_OF, NULL);
  rankle_json_require (json, "text");
  page->text = read_texts (json, "text", MOST_BLOCKS, check_block);
  return page;
}

RankleHelpPage *
rankle_help_page_parse (const char *text, gssize length, const char *name, GError **error)
{
  g_autoptr (RankleJsonReader) json = NULL;
  g_autoptr (RankleHelpPage) page = NULL;

  g_return_val_if_fail (text != NULL && name != NULL, NULL);

  json = rankle_json_reader_new (text, length, name, &limits);
  page = read_page (json);
  if (!rankle_json_reader_finish (json, RANKLE_MODEL_ERROR, &codes, error))
    return NULL;
  g_assert (page->text[0] != NULL);
  return g_steal_pointer (&page);
}

void
rankle_help_page_free (RankleHelpPage *page)
{
  g_return_if_fail (page != NULL);

  g_free ((char *)page->id);
  g_free ((char *)page->title);
  g_free ((char *)page->summary);
  g_strfreev ((char **)page->of);
  g_strfreev ((char **)page->text);
  g_free (page);
}
