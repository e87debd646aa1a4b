/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-genes-private.h"

#include "rankle-catalog.h"

static void
clear_gene (gpointer data)
{
  RankleGene *gene = data;

  g_clear_pointer (&gene->controls, g_array_unref);
  g_clear_pointer (&gene->sightings, g_array_unref);
}

RankleGenes *
_rankle_genes_new (void)
{
  RankleGenes *self = g_new (RankleGenes, 1);

  self->genes = g_array_new (FALSE, FALSE, sizeof (RankleGene));
  g_array_set_clear_func (self->genes, clear_gene);
  self->columns = g_array_new (FALSE, FALSE, sizeof (RankleGeneColumn));
  self->texts = g_string_chunk_new (4096);
  return self;
}

void
rankle_genes_free (RankleGenes *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->genes);
  g_array_unref (self->columns);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/* A bundled file that cannot be read is a fault of the program. */
static RankleGenes *
read_bundled (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = rankle_catalog_read ("genes", "genes.json", &error);
  RankleGenes *genes = NULL;

  if (bytes != NULL)
    genes = rankle_genes_parse (g_bytes_get_data (bytes, NULL),
                                (gssize)g_bytes_get_size (bytes), "genes.json", &error);
  if (genes == NULL)
    g_error ("%s", error->message);
  return genes;
}

const RankleGenes *
rankle_genes_get_bundled (void)
{
  static RankleGenes *genes; /* (owned) by the process */

  if (g_once_init_enter (&genes))
    g_once_init_leave (&genes, read_bundled ());
  return genes;
}

guint
rankle_genes_get_n_genes (const RankleGenes *self)
{
  g_return_val_if_fail (self != NULL, 0);

  g_assert (self->genes->len <= RANKLE_GENES_MAX);

  return self->genes->len;
}

const RankleGene *
rankle_genes_get_gene (const RankleGenes *self, guint gene)
{
  g_return_val_if_fail (self != NULL && gene < self->genes->len, NULL);

  return &g_array_index (self->genes, RankleGene, gene);
}

guint
rankle_genes_get_n_columns (const RankleGenes *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->columns->len;
}

const RankleGeneColumn *
rankle_genes_get_column (const RankleGenes *self, guint column)
{
  g_return_val_if_fail (self != NULL && column < self->columns->len, NULL);

  return &g_array_index (self->columns, RankleGeneColumn, column);
}

static gboolean
is_called (const char *name, const char *wanted)
{
  g_autofree char *a = g_utf8_casefold (name, -1);
  g_autofree char *b = g_utf8_casefold (wanted, -1);

  return g_str_equal (a, b);
}

int
rankle_genes_find (const RankleGenes *self, const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, -1);

  for (guint i = 0; i < self->genes->len; i++)
    {
      const RankleGene *gene = rankle_genes_get_gene (self, i);

      if (is_called (gene->id, name) || is_called (gene->label, name))
        return (int)i;
    }
  return -1;
}

char *
rankle_genes_dup_ids (const RankleGenes *self, RankleGeneSet set, const char *between)
{
  GString *text;

  g_return_val_if_fail (self != NULL && between != NULL, NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < self->genes->len; i++)
    if (set & RANKLE_GENE_BIT (i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? between : "",
                              rankle_genes_get_gene (self, i)->id);
  return g_string_free (text, FALSE);
}

const char *
rankle_gene_get_control (const RankleGene *gene, const char *model)
{
  g_return_val_if_fail (gene != NULL && model != NULL, NULL);

  for (guint i = 0; i < gene->controls->len; i++)
    {
      RankleGeneControl *at = &g_array_index (gene->controls, RankleGeneControl, i);

      if (g_str_equal (at->model, model))
        return at->control;
    }
  return NULL;
}

RankleGeneSet
rankle_genes_known_to (const RankleGenes *self, const char *model)
{
  RankleGeneSet known = 0;

  g_return_val_if_fail (self != NULL && model != NULL, 0);

  for (guint i = 0; i < self->genes->len; i++)
    if (rankle_gene_get_control (rankle_genes_get_gene (self, i), model) != NULL)
      known |= RANKLE_GENE_BIT (i);
  return known;
}

const RankleSighting *
rankle_gene_next_sighting (const RankleGene *gene, guint column, guint *at)
{
  g_return_val_if_fail (gene != NULL && at != NULL, NULL);

  g_assert (*at <= gene->sightings->len);

  while (*at < gene->sightings->len)
    {
      RankleSighting *sighting =
          &g_array_index (gene->sightings, RankleSighting, (*at)++);

      if (sighting->column == column)
        return sighting;
    }
  return NULL;
}
