/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-gene-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* ---- what a number comes to ---- */

/* In shares of the wild type: below this there is none, little, about half. */
#define NONE_BELOW   0.05
#define LITTLE_BELOW 0.35
#define HALF_BELOW   0.65
/* And from there on it is much more. */
#define MUCH_MORE_FROM 2

/* What would be nothing in the wild type has no shares. */
static double
get_share (const RankleGeneCell *cell)
{
  g_assert (cell->state == RANKLE_GENE_CELL_COMPUTED);
  g_assert (isfinite (cell->value) && isfinite (cell->wild));

  return cell->wild > 0 ? cell->value / cell->wild : NAN;
}

RankleGeneChange
rankle_gene_cell_get_change (const RankleGeneColumn *column, const RankleGeneCell *cell)
{
  double share;

  g_return_val_if_fail (column != NULL && cell != NULL, RANKLE_GENE_CHANGE_NOT_TOLD);

  if (cell->state != RANKLE_GENE_CELL_COMPUTED)
    return RANKLE_GENE_CHANGE_NOT_TOLD;
  if (column->formed > 0)
    return cell->value > column->formed ? RANKLE_GENE_CHANGE_NORMAL
                                        : RANKLE_GENE_CHANGE_NONE;
  share = get_share (cell);
  if (isnan (share))
    return RANKLE_GENE_CHANGE_NOT_TOLD;
  if (share < NONE_BELOW)
    return RANKLE_GENE_CHANGE_NONE;
  if (share < 1 - column->same)
    return RANKLE_GENE_CHANGE_LESS;
  return share <= 1 + column->same ? RANKLE_GENE_CHANGE_NORMAL : RANKLE_GENE_CHANGE_MORE;
}

static const char *
get_word_of_less (double share)
{
  if (share < LITTLE_BELOW)
    return _ ("little");
  return share < HALF_BELOW ? _ ("half") : _ ("less");
}

const char *
rankle_gene_cell_get_word (const RankleGeneColumn *column, const RankleGeneCell *cell)
{
  g_return_val_if_fail (column != NULL && cell != NULL, "");

  if (cell->state == RANKLE_GENE_CELL_WAITING)
    return "…";
  if (cell->state == RANKLE_GENE_CELL_FAILED)
    return _ ("the run failed");
  switch (rankle_gene_cell_get_change (column, cell))
    {
    case RANKLE_GENE_CHANGE_NONE:
      return _ ("none");
    case RANKLE_GENE_CHANGE_LESS:
      return get_word_of_less (get_share (cell));
    case RANKLE_GENE_CHANGE_NORMAL:
      return column->formed > 0 ? _ ("formed") : _ ("normal");
    case RANKLE_GENE_CHANGE_MORE:
      return get_share (cell) < MUCH_MORE_FROM ? _ ("more") : _ ("much more");
    case RANKLE_GENE_CHANGE_NOT_TOLD:
    default:
      return _ ("not computed");
    }
}

/* (transfer full): "12 %"; "+1.6 °C". What is nothing has no sign. */
static char *
dup_number (const RankleGeneColumn *column, const RankleGeneCell *cell)
{
  double share = get_share (cell);

  if (*column->unit == '\0')
    /* Translators: a share of the wild type, in percent */
    return g_strdup_printf (_ ("%.0f %%"), fmax (0, 100 * share));
  return g_strdup_printf ("%+.1f %s", fabs (cell->value) < 0.05 ? 0 : cell->value,
                          column->unit);
}

/* ---- computed beside seen ---- */

static int
get_sign (RankleGeneChange change)
{
  g_assert (change != RANKLE_GENE_CHANGE_NOT_TOLD);

  if (change == RANKLE_GENE_CHANGE_NORMAL)
    return 0;
  return change == RANKLE_GENE_CHANGE_MORE ? 1 : -1;
}

RankleGeneAgreement
rankle_gene_cell_compare (const RankleGeneColumn *column,
                          const RankleGeneCell   *cell,
                          const RankleSighting   *sighting)
{
  RankleGeneChange change = rankle_gene_cell_get_change (column, cell);

  g_return_val_if_fail (sighting != NULL, RANKLE_GENE_AGREEMENT_NOT_TOLD);

  if (change == RANKLE_GENE_CHANGE_NOT_TOLD ||
      sighting->change == RANKLE_GENE_CHANGE_NOT_TOLD)
    return RANKLE_GENE_AGREEMENT_NOT_TOLD;
  return get_sign (change) == get_sign (sighting->change) ? RANKLE_GENE_AGREEMENT_AGREES
                                                          : RANKLE_GENE_AGREEMENT_DIFFERS;
}

/* (nullable): whose sightings the row may be held against. */
static const RankleGene *
get_gene (RankleGeneBench *bench, guint row)
{
  int gene = rankle_gene_bench_get_row_gene (bench, row);

  return gene < 0
             ? NULL
             : rankle_genes_get_gene (rankle_gene_bench_get_genes (bench), (guint)gene);
}

/* What was seen was seen with one gene off. */
static gboolean
is_alone (RankleGeneBench *bench, guint row)
{
  RankleGeneSet off = rankle_gene_bench_get_row_off (bench, row);

  return off != 0 && (off & (off - 1)) == 0;
}

RankleGeneAgreement
rankle_gene_words_compare (RankleGeneBench *bench, guint row, guint column)
{
  const RankleGene       *gene = get_gene (bench, row);
  const RankleGenes      *genes = rankle_gene_bench_get_genes (bench);
  RankleGeneCell          cell = rankle_gene_bench_get_cell (bench, row, column);
  RankleGeneAgreement     all = RANKLE_GENE_AGREEMENT_NOT_TOLD;
  const RankleSighting   *sighting;
  guint                   at = 0;
  const RankleGeneColumn *asked = rankle_genes_get_column (genes, column);

  if (gene == NULL || !is_alone (bench, row))
    return all;
  while ((sighting = rankle_gene_next_sighting (gene, column, &at)) != NULL)
    all = MAX (all, rankle_gene_cell_compare (asked, &cell, sighting));
  return all;
}

/* ---- names ---- */

char *
rankle_gene_words_dup_heading (const RankleGeneColumn *column)
{
  g_autofree char *first = NULL;
  g_autofree char *upper = NULL;

  g_return_val_if_fail (column != NULL, NULL);

  first = g_utf8_substring (column->label, 0, 1);
  upper = g_utf8_strup (first, -1);
  return g_strconcat (upper, g_utf8_next_char (column->label), NULL);
}

/* @last stands before the last. */
static char *
join (const RankleGenes *genes, RankleGeneSet set, const char *between, const char *last)
{
  GString *text = g_string_new (NULL);

  g_assert (between != NULL && last != NULL);

  for (guint i = 0; i < rankle_genes_get_n_genes (genes); i++)
    {
      RankleGeneSet rest = set >> i;

      if ((rest & 1) == 0)
        continue;
      if (text->len > 0)
        g_string_append (text, rest == 1 ? last : between);
      g_string_append (text, rankle_genes_get_gene (genes, i)->label);
    }
  return g_string_free (text, FALSE);
}

char *
rankle_gene_words_dup_set (const RankleGenes *genes,
                           RankleGeneSet      set,
                           const char        *between)
{
  g_return_val_if_fail (genes != NULL && between != NULL, NULL);

  return join (genes, set, between, between);
}

char *
rankle_gene_words_dup_row (RankleGeneBench *bench, guint row)
{
  RankleGeneSet    off = rankle_gene_bench_get_row_off (bench, row);
  g_autofree char *names = NULL;

  if (off == 0)
    return g_strdup (_ ("Wild type"));
  /* Translators: between the last two names of a list */
  names = join (rankle_gene_bench_get_genes (bench), off, ", ", _ (" and "));
  /* Translators: %s are the names of genes that are knocked out */
  return g_strdup_printf (_ ("%s off"), names);
}

/* ---- a cell ---- */

char *
rankle_gene_words_dup_computed (RankleGeneBench *bench, guint row, guint column)
{
  RankleGeneCell          cell = rankle_gene_bench_get_cell (bench, row, column);
  const RankleGeneColumn *asked =
      rankle_genes_get_column (rankle_gene_bench_get_genes (bench), column);
  g_autofree char *number = NULL;

  if (rankle_gene_cell_get_change (asked, &cell) == RANKLE_GENE_CHANGE_NOT_TOLD)
    return g_strdup (rankle_gene_cell_get_word (asked, &cell));
  number = dup_number (asked, &cell);
  /* Translators: a word such as “half”, and the number that it is said of */
  return g_strdup_printf (_ ("%s (%s)"), rankle_gene_cell_get_word (asked, &cell),
                          number);
}

static const RankleSighting *
get_first (const RankleGene *gene, guint column)
{
  guint at = 0;

  return rankle_gene_next_sighting (gene, column, &at);
}

gboolean
rankle_gene_words_has_sighting (RankleGeneBench *bench, guint row, guint column)
{
  const RankleGene *gene = get_gene (bench, row);

  return gene != NULL && get_first (gene, column) != NULL;
}

char *
rankle_gene_words_dup_seen (RankleGeneBench *bench, guint row, guint column)
{
  const RankleGene     *gene = get_gene (bench, row);
  const RankleSighting *first;

  if (gene == NULL)
    return NULL;
  first = get_first (gene, column);
  if (first == NULL)
    return g_strdup (_ ("not known"));
  if (is_alone (bench, row))
    return g_strdup_printf (first->recalled ? _ ("recalled: %s") : _ ("seen: %s"),
                            first->words);
  /* Translators: what was found where that gene alone was off, as others are here */
  return g_strdup_printf (
      first->recalled ? _ ("alone, recalled: %s") : _ ("alone, seen: %s"), first->words);
}

/* (transfer full): author and year. */
static char *
shorten (const char *source)
{
  return g_strndup (source, strcspn (source, ","));
}

char *
rankle_gene_words_dup_source (RankleGeneBench *bench, guint row, guint column)
{
  const RankleGene     *gene = get_gene (bench, row);
  const RankleSighting *first = gene == NULL ? NULL : get_first (gene, column);

  return first == NULL ? g_strdup ("") : shorten (first->source);
}

static void
append_sighting (GString *text, const RankleSighting *sighting)
{
  g_autofree char *source = shorten (sighting->source);

  /* Translators: what was found in an animal */
  g_string_append_printf (text, sighting->recalled ? _ ("recalled %s") : _ ("seen %s"),
                          sighting->words);
  if (*source != '\0')
    g_string_append_printf (text, ", %s", source);
}

static void
append_sightings (GString *text, RankleGeneBench *bench, guint row, guint column)
{
  const RankleGene     *gene = get_gene (bench, row);
  const RankleSighting *sighting;
  guint                 at = 0;

  if (gene == NULL)
    return;
  if (get_first (gene, column) == NULL)
    {
      g_string_append (text, _ ("; what is seen is not known"));
      return;
    }
  for (guint n = 0; (sighting = rankle_gene_next_sighting (gene, column, &at)) != NULL;
       n++)
    {
      g_string_append (text, "; ");
      if (n == 0 && !is_alone (bench, row))
        /* Translators: what is seen follows; %s is the name of a gene */
        g_string_append_printf (text, _ ("with %s alone off "), gene->label);
      append_sighting (text, sighting);
    }
}

/* A run in which a gene could not be knocked out says so. */
static void
append_ignored (GString *text, const RankleGenes *genes, const RankleGeneCell *cell)
{
  g_autofree char *names = rankle_gene_words_dup_set (genes, cell->ignored, ", ");

  if (cell->state == RANKLE_GENE_CELL_COMPUTED && cell->ignored != 0)
    /* Translators: %s are names of genes */
    g_string_append_printf (text, _ ("; not in the model: %s"), names);
}

char *
rankle_gene_words_dup_name (RankleGeneBench *bench, guint row, guint column)
{
  g_autofree char *off = rankle_gene_words_dup_row (bench, row);
  g_autofree char *computed = rankle_gene_words_dup_computed (bench, row, column);
  GString         *text = g_string_new (NULL);
  RankleGeneCell   cell = rankle_gene_bench_get_cell (bench, row, column);

  g_string_append_printf (
      text, "%s, %s: ", off,
      rankle_genes_get_column (rankle_gene_bench_get_genes (bench), column)->label);
  if (cell.state == RANKLE_GENE_CELL_COMPUTED)
    /* Translators: %s is what a model gives, such as “none (1 %)” */
    g_string_append_printf (text, _ ("computed %s"), computed);
  else
    g_string_append (text, cell.state == RANKLE_GENE_CELL_WAITING ? _ ("being computed")
                                                                  : computed);
  append_ignored (text, rankle_gene_bench_get_genes (bench), &cell);
  append_sightings (text, bench, row, column);
  if (rankle_gene_words_compare (bench, row, column) == RANKLE_GENE_AGREEMENT_DIFFERS)
    g_string_append (text, _ ("; they differ"));
  return g_string_free (text, FALSE);
}
