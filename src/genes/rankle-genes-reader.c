/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* data/genes/genes.json, schema 1, as data/schemas/genes.schema.json has it. Columns
 * stand before genes, whose sightings name them. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-exchange-error.h"
#include "rankle-genes-private.h"
#include "rankle-json-reader.h"

static const RankleJsonLimits limits = { .bytes = 262144, .depth = 8, .values = 8000 };

static const RankleJsonCodes codes = { .syntax = RANKLE_EXCHANGE_ERROR_SYNTAX,
                                       .limit = RANKLE_EXCHANGE_ERROR_LIMIT,
                                       .content = RANKLE_EXCHANGE_ERROR_SCHEMA };

/* Within this share of the wild type's a number is normal, unless the file says
 * otherwise. */
#define SAME 0.1

typedef struct
{
  RankleGenes      *genes;
  RankleJsonReader *json;
} Reading;

static const char *
keep (const Reading *self, const char *text)
{
  return g_string_chunk_insert_const (self->genes->texts, text);
}

static const char *
read_text (const Reading *self, const char *member)
{
  return keep (self, rankle_json_get_text (self->json, member));
}

/* In the user's language, if they are those of the bundled file. Of a faulty file there
 * is nothing to translate. */
static const char *
read_words (const Reading *self, const char *member)
{
  const char *words = rankle_json_get_text (self->json, member);

  return keep (self, *words == '\0' ? words : _ (words));
}

/* ---- columns ---- */

static void
read_time (const Reading *self, RankleGeneColumn *column)
{
  column->rise = rankle_json_has (self->json, "rise_until");
  if (column->rise && rankle_json_has (self->json, "at"))
    rankle_json_fail (self->json, "at", _ ("it is either at or rise_until"));
  column->time = rankle_json_get_number (self->json, column->rise ? "rise_until" : "at",
                                         RANKLE_JSON_ABOVE_0, INFINITY);
}

static void
read_asked (const Reading *self, RankleGeneColumn *column)
{
  if (!rankle_json_open_object (self->json, "asked"))
    return;
  column->model = read_text (self, "model");
  column->scenario = read_text (self, "scenario");
  column->column = read_text (self, "column");
  read_time (self, column);
  if (rankle_json_has (self->json, "formed"))
    column->formed =
        rankle_json_get_number (self->json, "formed", RANKLE_JSON_ABOVE_0, INFINITY);
  column->same =
      rankle_json_get_number_or (self->json, "same", SAME, RANKLE_JSON_ABOVE_0, 0.3);
  if (rankle_json_has (self->json, "unit"))
    column->unit = read_words (self, "unit");
  rankle_json_close (self->json);
}

static void
read_column (const Reading *self)
{
  RankleGeneColumn column = { .same = SAME, .unit = "" };

  if (!rankle_json_open_object (self->json, NULL))
    return;
  column.id = read_text (self, "id");
  column.label = read_words (self, "label");
  column.description = read_words (self, "description");
  read_asked (self, &column);
  rankle_json_close (self->json);
  g_assert (column.same > 0 && column.unit != NULL);
  g_array_append_val (self->genes->columns, column);
}

/* 0 with a fault. */
static guint
find_column (const Reading *self)
{
  const char *id = rankle_json_get_text (self->json, "column");

  for (guint i = 0; i < self->genes->columns->len; i++)
    if (g_str_equal (rankle_genes_get_column (self->genes, i)->id, id))
      return i;
  rankle_json_fail (self->json, "column", _ ("there is no column “%s”"), id);
  return 0;
}

/* ---- genes ---- */

static void
read_controls (const Reading *self, GArray *controls)
{
  rankle_json_require (self->json, "off");
  if (!rankle_json_open_object (self->json, "off"))
    return;
  if (rankle_json_count (self->json) == 0)
    rankle_json_fail (self->json, NULL, _ ("is empty"));
  while (rankle_json_next (self->json))
    {
      RankleGeneControl control = { .model =
                                        keep (self, rankle_json_get_name (self->json)),
                                    .control = read_text (self, NULL) };

      g_array_append_val (controls, control);
    }
  rankle_json_close (self->json);
}

static void
read_source (const Reading *self, RankleSighting *sighting)
{
  static const char *const grades[] = { "seen", "recalled", NULL };

  sighting->recalled = rankle_json_get_choice (self->json, "grade", grades) == 1;
  /* What was seen has a source. */
  sighting->source = !sighting->recalled || rankle_json_has (self->json, "source")
                         ? read_text (self, "source")
                         : "";
}

static void
read_sighting (const Reading *self, GArray *sightings)
{
  /* From RANKLE_GENE_CHANGE_NONE on. */
  static const char *const changes[] = { "none", "less", "normal", "more", NULL };
  RankleSighting           sighting = { 0 };

  if (!rankle_json_open_object (self->json, NULL))
    return;
  sighting.column = find_column (self);
  sighting.words = read_words (self, "words");
  if (rankle_json_has (self->json, "change"))
    sighting.change =
        RANKLE_GENE_CHANGE_NONE + rankle_json_get_choice (self->json, "change", changes);
  read_source (self, &sighting);
  rankle_json_close (self->json);
  g_assert (sighting.source != NULL && sighting.words != NULL);
  g_array_append_val (sightings, sighting);
}

static void
read_sightings (const Reading *self, GArray *sightings)
{
  if (!rankle_json_open_list (self->json, "seen"))
    return;
  while (rankle_json_next (self->json))
    read_sighting (self, sightings);
  rankle_json_close (self->json);
}

static void
read_gene (const Reading *self)
{
  RankleGene gene = { 0 };

  if (!rankle_json_open_object (self->json, NULL))
    return;
  gene.id = read_text (self, "id");
  gene.label =
      rankle_json_has (self->json, "label") ? read_words (self, "label") : gene.id;
  gene.description = read_words (self, "description");
  gene.controls = g_array_new (FALSE, FALSE, sizeof (RankleGeneControl));
  gene.sightings = g_array_new (FALSE, FALSE, sizeof (RankleSighting));
  read_controls (self, gene.controls);
  read_sightings (self, gene.sightings);
  rankle_json_close (self->json);
  if (rankle_genes_find (self->genes, gene.id) >= 0)
    rankle_json_fail (self->json, NULL, _ ("there are two of “%s”"), gene.id);
  g_array_append_val (self->genes->genes, gene);
}

/* ---- the file ---- */

static void
read_list (const Reading *self,
           const char    *member,
           guint          most,
           void (*read) (const Reading *))
{
  rankle_json_require (self->json, member);
  if (!rankle_json_open_list (self->json, member))
    return;
  if (rankle_json_count (self->json) == 0)
    rankle_json_fail (self->json, NULL, _ ("is empty"));
  if (rankle_json_count (self->json) > most)
    rankle_json_fail (self->json, NULL, _ ("there are more than %u"), most);
  while (rankle_json_next (self->json))
    read (self);
  rankle_json_close (self->json);
}

RankleGenes *
rankle_genes_parse (const char *text, gssize length, const char *name, GError **error)
{
  g_autoptr (RankleGenes) genes = _rankle_genes_new ();
  g_autoptr (RankleJsonReader) json =
      rankle_json_reader_new (text, length, name, &limits);
  Reading reading = { .genes = genes, .json = json };

  rankle_json_get_schema (json, 1);
  read_list (&reading, "columns", RANKLE_GENES_MAX, read_column);
  read_list (&reading, "genes", RANKLE_GENES_MAX, read_gene);
  if (!rankle_json_reader_finish (json, RANKLE_EXCHANGE_ERROR, &codes, error))
    return NULL;
  return g_steal_pointer (&genes);
}
