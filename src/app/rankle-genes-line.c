/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A size group would do if its widgets did not trade width for height: those of GTK hold
 * together what is asked for, and not what is given. */

#include "config.h"

#include "rankle-genes-line.h"

struct _RankleGenesLine
{
  GtkWidget  parent_instance;
  GPtrArray *lines; /* (owned): all of the table; none of them is owned by it */
};

G_DEFINE_FINAL_TYPE (RankleGenesLine, rankle_genes_line, GTK_TYPE_WIDGET)

/* ---- columns ---- */

/* What column @index asks for in all lines. */
static GtkRequestedSize
measure_column (RankleGenesLine *self, guint index)
{
  GtkRequestedSize size = { 0 };

  for (guint i = 0; i < self->lines->len; i++)
    {
      GtkWidget *child = gtk_widget_get_first_child (self->lines->pdata[i]);
      int        minimum, natural;

      for (guint k = 0; k < index && child != NULL; k++)
        child = gtk_widget_get_next_sibling (child);
      if (child == NULL)
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL,
                          NULL);
      size.minimum_size = MAX (size.minimum_size, minimum);
      size.natural_size = MAX (size.natural_size, natural);
    }
  return size;
}

static guint
count_children (RankleGenesLine *self)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

/* (transfer full) (array length=n) */
static GtkRequestedSize *
measure_columns (RankleGenesLine *self, guint *n)
{
  GtkRequestedSize *sizes;

  *n = count_children (self);
  sizes = g_new0 (GtkRequestedSize, *n + 1);
  for (guint i = 0; i < *n; i++)
    sizes[i] = measure_column (self, i);
  return sizes;
}

/* Into minimum_size, the sum of which is @width where that is enough. */
static void
distribute (GtkRequestedSize *sizes, guint n, int width)
{
  int over = width;

  for (guint i = 0; i < n; i++)
    over -= sizes[i].minimum_size;
  if (over <= 0 || n < 2)
    return;
  over = gtk_distribute_natural_allocation (over, n, sizes);
  for (guint i = 1; i < n; i++)
    {
      int part = over / (int)(n - i);

      sizes[i].minimum_size += part;
      over -= part;
    }
  g_assert (over == 0);
}

/* ---- widget ---- */

static GtkSizeRequestMode
rankle_genes_line_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_height (RankleGenesLine  *self,
                GtkRequestedSize *sizes,
                int              *minimum,
                int              *natural)
{
  guint i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child), i++)
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, sizes[i].minimum_size,
                          &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static void
rankle_genes_line_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  RankleGenesLine             *self = RANKLE_GENES_LINE (widget);
  guint                        n;
  g_autofree GtkRequestedSize *sizes = measure_columns (self, &n);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      distribute (sizes, n, for_size < 0 ? G_MAXINT / 2 : for_size);
      measure_height (self, sizes, minimum, natural);
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      *minimum += sizes[i].minimum_size;
      *natural += sizes[i].natural_size;
    }
}

static void
rankle_genes_line_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  guint                        n, i = 0;
  g_autofree GtkRequestedSize *sizes = measure_columns (RANKLE_GENES_LINE (widget), &n);
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int      x = 0;

  distribute (sizes, n, width);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child), i++)
    {
      int           own = sizes[i].minimum_size;
      GtkAllocation place = { is_mirrored ? width - x - own : x, 0, own, height };

      g_assert (i < n);
      gtk_widget_size_allocate (child, &place, -1);
      x += own;
    }
}

static void
rankle_genes_line_dispose (GObject *object)
{
  RankleGenesLine *self = RANKLE_GENES_LINE (object);
  GtkWidget       *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  if (self->lines != NULL)
    g_ptr_array_remove (self->lines, self);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  G_OBJECT_CLASS (rankle_genes_line_parent_class)->dispose (object);
}

static void
rankle_genes_line_class_init (RankleGenesLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rankle_genes_line_dispose;
  widget_class->get_request_mode = rankle_genes_line_get_request_mode;
  widget_class->measure = rankle_genes_line_measure;
  widget_class->size_allocate = rankle_genes_line_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "geneline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
rankle_genes_line_init (RankleGenesLine *self)
{
}

GtkWidget *
rankle_genes_line_new (GPtrArray *lines)
{
  RankleGenesLine *self = g_object_new (RANKLE_TYPE_GENES_LINE, NULL);

  g_return_val_if_fail (lines != NULL, GTK_WIDGET (self));

  self->lines = g_ptr_array_ref (lines);
  g_ptr_array_add (lines, self);
  return GTK_WIDGET (self);
}

void
rankle_genes_line_append (RankleGenesLine *self, GtkWidget *child)
{
  g_return_if_fail (RANKLE_IS_GENES_LINE (self) && GTK_IS_WIDGET (child));

  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

void
rankle_genes_lines_queue_resize (GPtrArray *lines)
{
  g_return_if_fail (lines != NULL);

  for (guint i = 0; i < lines->len; i++)
    gtk_widget_queue_resize (lines->pdata[i]);
}
